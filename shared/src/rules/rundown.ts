/**
 * The rundown: every cue of the contest in order, derived from the definition, the orders and who has withdrawn. Never stored.
 *
 * Cue ids name what they are (`<round>/<team>/<step>`, `<stage>/<step>`), never a position, so that drawing a new order or losing a
 * team does not change what a cue means. The list holds no values, and the number of its cues does not depend on any result.
 */
import type { Round, Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { definitionOf, type State } from '../ledger/state.ts'

export type Cue =
  | { readonly id: string; readonly step: 'title' | 'final' | 'table-correction'; readonly stage: string }
  | { readonly id: string; readonly step: 'certify'; readonly stage: string }
  | { readonly id: string; readonly step: 'place'; readonly stage: string; readonly place: number }
  | {
      readonly id: string
      readonly step: 'line-up' | 'standings' | 'overall'
      readonly stage: string
      readonly round: string
    }
  | {
      readonly id: string
      readonly step: 'intro' | 'perform' | 'marking' | 'score' | 'correction'
      readonly stage: string
      readonly round: string
      readonly team: string
    }

/** Cues that the MC may pass over; a `score` passed over stays pending. */
const skippable: ReadonlySet<Cue['step']> = new Set(['title', 'line-up', 'intro', 'score', 'standings', 'overall'])

export function isSkippable(cue: Cue): boolean {
  return skippable.has(cue.step)
}

/** The order in which teams appear in a round: its own, else that of the round before, else the definition's. */
export function orderOf(state: State, round: Round): readonly string[] {
  const lookups = lookupsOf(definitionOf(state))
  const stage = lookups.stageOfRound.get(round.id)
  if (!stage) return []
  const entrants = lookups.entrants.get(stage.id) ?? []
  const made = drawnOrder(state, stage, round)
  if (!made) return entrants
  // The organiser may have changed the teams since: those that are new stand at the end.
  const [competing, placed] = [new Set(entrants), new Set(made)]
  return [...made.filter((team) => competing.has(team)), ...entrants.filter((team) => !placed.has(team))]
}

/** The drawn or set order that a round goes by; undefined when none was made for it or for a round before it. */
function drawnOrder(state: State, stage: Stage, round: Round): readonly string[] | undefined {
  const own = state.orders.get(round.id)
  if (own || round.order === 'listed') return own
  const before = stage.rounds.slice(0, stage.rounds.indexOf(round)).reverse()
  for (const earlier of before) {
    const order = state.orders.get(earlier.id)
    if (order) return order
  }
  return undefined
}

/** True when the round's order must be drawn and has not been. */
export function orderIsMissing(state: State, round: Round): boolean {
  const stage = lookupsOf(definitionOf(state)).stageOfRound.get(round.id)
  return round.order === 'drawn' && stage !== undefined && drawnOrder(state, stage, round) === undefined
}

/** All cues in order. */
export function rundownOf(state: State): Cue[] {
  return definitionOf(state).stages.flatMap((stage) => stageCues(state, stage))
}

function stageCues(state: State, stage: Stage): Cue[] {
  const cues: Cue[] = [{ id: `${stage.id}/title`, step: 'title', stage: stage.id }]
  for (const round of stage.rounds) cues.push(...roundCues(state, stage, round))
  cues.push({ id: `${stage.id}/certify`, step: 'certify', stage: stage.id })
  for (let place = placesOf(state, stage); place >= 1; place--) {
    cues.push({ id: `${stage.id}/place/${place}`, step: 'place', stage: stage.id, place })
  }
  cues.push({ id: `${stage.id}/final`, step: 'final', stage: stage.id })
  return cues
}

/** How many teams the ceremony calls: those ranked once certified, before that all that compete. */
function placesOf(state: State, stage: Stage): number {
  const certified = state.certified.get(stage.id)
  if (certified) return certified.rows.filter((row) => row.rank !== null).length
  const entrants = lookupsOf(definitionOf(state)).entrants.get(stage.id) ?? []
  return entrants.filter((team) => !state.withdrawnTeams.has(team)).length
}

function roundCues(state: State, stage: Stage, round: Round): Cue[] {
  const base = { stage: stage.id, round: round.id }
  const cues: Cue[] = [{ ...base, id: `${round.id}/line-up`, step: 'line-up' }]
  for (const team of orderOf(state, round)) cues.push(...teamCues(state, stage, round, team))
  if (stage.reveal === 'ceremony') return cues
  cues.push({ ...base, id: `${round.id}/standings`, step: 'standings' })
  const [first, last] = [stage.rounds[0], stage.rounds.at(-1)]
  // After the first round both tables are the same; after the last one the ranking is the ceremony's to tell.
  if (round !== first && round !== last) cues.push({ ...base, id: `${round.id}/overall`, step: 'overall' })
  return cues
}

function teamCues(state: State, stage: Stage, round: Round, team: string): Cue[] {
  const steps = ['intro', 'perform', 'marking'] as const
  const scored = stage.reveal === 'live' || stage.reveal === 'after-team'
  const all = (scored ? [...steps, 'score'] : steps) as readonly ('intro' | 'perform' | 'marking' | 'score')[]
  const cues = all.map((step) => ({
    id: `${round.id}/${team}/${step}`,
    step,
    stage: stage.id,
    round: round.id,
    team,
  }))
  // A team that withdrew keeps the cues that were taken: history does not change.
  return state.withdrawnTeams.has(team) ? cues.filter((cue) => state.taken.has(cue.id)) : cues
}
