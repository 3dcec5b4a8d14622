/**
 * Who goes on from a certified stage to the contest one level up, as a file (SPEC S-67). Nothing is recorded: the level above decides whom it takes.
 */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf, lowerTotalWins } from '../contest/lookups.ts'
import type { QualifiersFile } from '../contest/qualifiers-file.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import type { Refusal } from '../rules/refusals.ts'
import { type CutRules, cut } from '../scoring/cut.ts'

export type QualifiersAsked = Omit<CutRules, 'lowerWins'>

export type QualifiersMade =
  | { readonly ok: true; readonly file: QualifiersFile }
  | { readonly ok: false; readonly refusal: Refusal }

export function qualifiersFile(state: State, stage: Stage, asked: QualifiersAsked): QualifiersMade {
  const definition = definitionOf(state)
  const certified = state.certified.get(stage.id)
  if (!certified) return { ok: false, refusal: { code: 'not-certified', stage: stage.id } }
  const ranked = new Map(
    certified.rows.flatMap(({ team, category = null, rank, total }) =>
      rank === null || total === null ? [] : [[team, { team, category, rank, total }] as const],
    ),
  )
  const rules = { ...asked, lowerWins: lowerTotalWins(stage) }
  // Who of equal teams goes on is decided on the stage, by its tie-breaks, or all of them go.
  const { certain, tied } = cut([...ranked.values()], rules, () => null)
  const [first] = tied
  if (first) return { ok: false, refusal: { code: 'cut-tied', stage: stage.id, ...first } }
  const { teams } = lookupsOf(definition)
  const { id, title, organiser, date } = definition
  return {
    ok: true,
    file: {
      qualifiers: 1,
      contest: {
        id,
        title,
        ...(organiser === undefined ? {} : { organiser }),
        ...(date === undefined ? {} : { date }),
      },
      stage: { id: stage.id, title: stage.title },
      certified: { number: certified.commit.number, hash: certified.commit.hash },
      teams: certain.flatMap((team) => {
        const known = teams.get(team)
        const row = ranked.get(team)
        return known && row ? [{ ...known, rank: row.rank, total: row.total }] : []
      }),
    },
  }
}
