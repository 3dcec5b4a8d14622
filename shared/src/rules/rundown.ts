/**
 * The rundown: every cue of the contest in order, derived from the definition, the orders and who has withdrawn. Never stored.
 *
 * Cue ids name what they are (`<round>/<team>/<step>`, `<stage>/<step>`), never a position, so that drawing a new order or losing a
 * team does not change what a cue means. The list holds no values, and the number of its cues does not depend on any result.
 */
import type { Round, Stage } from '../contest/definition.ts'
import { isOfMainList, lookupsOf } from '../contest/lookups.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { competingIn, entrantsOf, takesQualifiers } from './entrants.ts'
import { categoryOf } from './stage-rules.ts'

export type Cue =
  | {
      readonly id: string
      readonly step: 'title' | 'qualifiers' | 'final' | 'table-correction'
      readonly stage: string
    }
  | {
      readonly id: string
      readonly step: 'session'
      readonly stage: string
      readonly round: string
      readonly session: string
    }
  | { readonly id: string; readonly step: 'award'; readonly stage: string; readonly award: string }
  | { readonly id: string; readonly step: 'certify'; readonly stage: string }
  | {
      readonly id: string
      readonly step: 'place'
      readonly stage: string
      /** Among the ranked rows of the certified table, from 1. */
      readonly place: number
      /** Where groups are ranked separately: which one, and the place in it. */
      readonly category?: string
      readonly within?: number
    }
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
const skippable: ReadonlySet<Cue['step']> = new Set([
  'title',
  'session',
  'qualifiers',
  'line-up',
  'intro',
  'score',
  'standings',
  'overall',
  'award',
])

export function isSkippable(cue: Cue): boolean {
  return skippable.has(cue.step)
}

/** The order in which teams appear in a round: its own, else that of the round before, else the definition's. */
export function orderOf(state: State, round: Round): readonly string[] {
  const lookups = lookupsOf(definitionOf(state))
  const stage = lookups.stageOfRound.get(round.id)
  if (!stage) return []
  const entrants = entrantsOf(state, stage)
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
  const [opening] = stage.rounds
  const cues: Cue[] = opening === undefined ? [] : sessionCues(state, stage, opening, 1)
  cues.push({ id: `${stage.id}/title`, step: 'title', stage: stage.id })
  if (takesQualifiers(stage)) cues.push({ id: `${stage.id}/qualifiers`, step: 'qualifiers', stage: stage.id })
  for (const round of stage.rounds) cues.push(...roundCues(state, stage, round))
  cues.push({ id: `${stage.id}/certify`, step: 'certify', stage: stage.id })
  // Side awards are called first; those of the main list go with the places.
  for (const award of stage.awards.filter((each) => !isOfMainList(each))) {
    cues.push({ id: `${stage.id}/${award.id}/award`, step: 'award', stage: stage.id, award: award.id })
  }
  cues.push(...placeCues(state, stage))
  cues.push({ id: `${stage.id}/final`, step: 'final', stage: stage.id })
  return cues
}

/** From the last place up; where groups are ranked separately, one group after the other. */
function placeCues(state: State, stage: Stage): Cue[] {
  let before = 0
  return groupsCalled(state, stage).flatMap(({ category, size }) => {
    const first = before
    before += size
    const places = Array.from({ length: size }, (_, index) => size - index)
    return places.map((within): Cue => {
      const base = {
        id: `${stage.id}/place/${first + within}`,
        step: 'place',
        stage: stage.id,
        place: first + within,
      } as const
      return category === null ? base : { ...base, category, within }
    })
  })
}

interface Called {
  readonly category: string | null
  readonly size: number
}

/** How many teams the ceremony calls of each group: those ranked once certified, before that all that compete. */
function groupsCalled(state: State, stage: Stage): Called[] {
  const certified = state.certified.get(stage.id)
  const definition = definitionOf(state)
  const categories = certified
    ? certified.rows.filter(({ rank }) => rank !== null).map(({ category }) => category ?? null)
    : competingIn(state, stage).map((team) => categoryOf(definition, stage, team))
  const sizes = new Map<string | null, number>()
  for (const category of categories) sizes.set(category, (sizes.get(category) ?? 0) + 1)
  return [...sizes].map(([category, size]) => ({ category, size }))
}

function roundCues(state: State, stage: Stage, round: Round): Cue[] {
  const base = { stage: stage.id, round: round.id }
  const cues: Cue[] = round === stage.rounds[0] ? [] : sessionCues(state, stage, round, 1)
  cues.push({ ...base, id: `${round.id}/line-up`, step: 'line-up' })
  for (const [index, team] of orderOf(state, round).entries()) {
    if (index > 0) cues.push(...sessionCues(state, stage, round, index + 1))
    cues.push(...teamCues(state, stage, round, team))
  }
  if (stage.reveal === 'ceremony') return cues
  cues.push({ ...base, id: `${round.id}/standings`, step: 'standings' })
  const [first, last] = [stage.rounds[0], stage.rounds.at(-1)]
  // After the first round both tables are the same; after the last one the ranking is the ceremony's to tell.
  if (round !== first && round !== last) cues.push({ ...base, id: `${round.id}/overall`, step: 'overall' })
  return cues
}

/**
 * A session is opened before the team that stands at its place in the running order, whoever that is; before the first team it comes before all
 * that belongs to the round, and to the stage where the round opens it.
 */
function sessionCues(state: State, stage: Stage, round: Round, place: number): Cue[] {
  return definitionOf(state)
    .sessions.filter((session) => session.round === round.id && session.place === place)
    .map(({ id }) => ({ id: `${id}/session`, step: 'session', stage: stage.id, round: round.id, session: id }))
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
  return hasLeft(state, stage.id, team) ? cues.filter((cue) => state.taken.has(cue.id)) : cues
}
