/**
 * Who comes on to the next stage. It is settled once by the head judge, from a certified table that the hall has been told, and then stands in
 * the history: nothing that happens to that table later changes who is on stage.
 */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf, lowerTotalWins } from '../contest/lookups.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { type Cut, cut } from '../scoring/cut.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { isRefusal } from './guards.ts'
import type { Refusal } from './refusals.ts'

export interface Coming extends Cut {
  readonly from: Stage
}

/** Who would come on to a stage now; a refusal while that cannot be said; undefined where the stage takes no qualifiers. */
export function comingTo(state: State, stage: Stage): Coming | Refusal | undefined {
  const { entrants } = stage
  if (entrants === 'all' || Array.isArray(entrants)) return undefined
  const from = lookupsOf(definitionOf(state)).stages.get(entrants.from)
  if (!from) return { code: 'reference-unknown', field: 'stage', id: entrants.from }
  const certified = state.certified.get(from.id)
  if (!certified) return { code: 'not-certified', stage: from.id }
  // Who is called for the next stage tells the result of this one.
  if (!state.taken.has(`${from.id}/final`)) return { code: 'not-announced', stage: from.id }
  const rows = certified.rows.flatMap(({ team, category = null, rank, total }) =>
    rank === null || total === null || hasLeft(state, stage.id, team) ? [] : [{ team, category, rank, total }],
  )
  const rules = { ...entrants, lowerWins: lowerTotalWins(from) }
  return { from, ...cut(rows, rules, (teams) => decidedOrder(state, stage, teams)) }
}

function decidedOrder(state: State, { id }: Stage, teams: readonly string[]): readonly string[] | null {
  const wanted = new Set(teams)
  const made = (state.cuts.get(id) ?? []).findLast(
    (record) => record.teams.length === teams.length && record.teams.every((team) => wanted.has(team)),
  )
  return made?.teams ?? null
}

/** an order of exactly the teams that are equal across the cut. */
export function decideCut(state: State, { stage: id, teams, reason }: CommandOf<'decideCut'>): Decision {
  const found = openCut(state, id)
  if (isRefusal(found)) return refuse(found)
  const wanted = new Set(teams)
  const tied = found.tied.some(
    (each) =>
      each.teams.length === teams.length &&
      wanted.size === teams.length &&
      each.teams.every((team) => wanted.has(team)),
  )
  if (!tied) return refuse({ code: 'tie-absent', stage: id, teams })
  return accept({ type: 'cut-decided', stage: id, teams, reason })
}

/** */
export function qualify(state: State, { stage: id }: CommandOf<'qualify'>): Decision {
  const found = openCut(state, id)
  if (isRefusal(found)) return refuse(found)
  const [tied] = found.tied
  if (tied) return refuse({ code: 'cut-tied', stage: id, teams: tied.teams, places: tied.places })
  const order = definitionOf(state).teams.map((team) => team.id)
  const teams = [...found.certain].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return accept({ type: 'stage-entered', stage: id, from: found.from.id, teams })
}

function openCut(state: State, id: string): Coming | Refusal {
  const stage = lookupsOf(definitionOf(state)).stages.get(id)
  if (!stage) return { code: 'reference-unknown', field: 'stage', id }
  const coming = comingTo(state, stage)
  if (coming === undefined) return { code: 'stage-not-cut', stage: id }
  if (isRefusal(coming)) return coming
  return hasBegun(state, stage) ? { code: 'stage-begun', stage: id } : coming
}

/** From the first thing that was shown or done of its teams on, they stay. Its title tells nothing of them, and stands while they are settled. */
function hasBegun(state: State, stage: Stage): boolean {
  const starts = stage.rounds.map(({ id }) => `${id}/`)
  const begun = [...state.taken].some((cue) => starts.some((start) => cue.startsWith(start)))
  return begun || state.taken.has(`${stage.id}/qualifiers`) || stage.rounds.some(({ id }) => state.orders.has(id))
}
