/** Who wins what: the awards of a stage in their order, from its standings (SPEC S-60 to S-66). */
import { type Award, awardRule, isMainAward } from './awards/registry.ts'
import type { Entry, StandingRow } from './results.ts'
import type { RoundRules } from './types.ts'

export type AwardWinners = {
  readonly award: string
  readonly title: string
  readonly main: boolean
  readonly teams: readonly string[]
  /** Equal teams across the edge of a quota, none of whom has it. */
  readonly tiedAtEdge: readonly string[]
  /** Winners who have another award as well, where this one should stand alone. */
  readonly doubled: readonly string[]
}

type Table = {
  readonly rows: readonly StandingRow[]
  readonly entries: readonly Entry[]
  readonly rounds: readonly RoundRules[]
}

/** An award as a stage has it: with an id of its own. */
export type IdentifiedAward = Award & { readonly id: string }

/** `pickedFor` answers the teams that were picked by hand for an award. */
export function awardList(
  awards: readonly IdentifiedAward[],
  table: Table,
  pickedFor: (award: string) => readonly string[],
): AwardWinners[] {
  const taken = new Set<string>()
  const won = awards.map((award) => {
    const main = isMainAward(award)
    const verdict = awardRule(award).apply({ ...table, taken, picked: pickedFor(award.id) })
    if (main) for (const team of verdict.teams) taken.add(team)
    return { award, main, ...verdict }
  })
  return won.map(({ award, main, teams, tiedAtEdge }) => {
    const elsewhere = new Set(won.filter((other) => other.award !== award).flatMap((other) => other.teams))
    const doubled = award.alone ? teams.filter((team) => elsewhere.has(team)) : []
    return { award: award.id, title: award.title, main, teams, tiedAtEdge, doubled }
  })
}
