/**
 * The bridge from the state to the scoring engine: what was recorded for a team, and the scores and standings that follow from it.
 * Scores are remembered by round and team and computed again only when something they are made of has changed.
 * It reads the state and never changes it.
 */
import type { Round, Stage } from '../contest/definition.ts'
import { judgedCriteria, lookupsOf, needsTime, talliedCriteria } from '../contest/lookups.ts'
import { inGroup } from '../ledger/grouped.ts'
import { type RoundTeam, roundTeam, stageQuestion } from '../ledger/keys.ts'
import { definitionOf, isExcused, type State } from '../ledger/state.ts'
import type { Entry, RoundScore, Standings } from '../scoring/results.ts'
import { scoreRound } from '../scoring/round-score.ts'
import { rankStage } from '../scoring/standings.ts'
import type { RoundInput, SheetInput, TieRecords } from '../scoring/types.ts'
import { carriedTotals, tableCarried } from './carried.ts'
import { competingIn } from './entrants.ts'
import type { Missing } from './refusals.ts'
import { categoryOf, stageRules } from './stage-rules.ts'

interface Remembered {
  readonly version: string
  readonly stage: Stage
  readonly score: RoundScore | null
}

interface RememberedEntry {
  readonly version: string
  readonly entry: Entry<RoundScore>
}

interface Memory {
  readonly scores: Map<RoundTeam, Remembered>
  readonly entries: WeakMap<Stage, Map<string, RememberedEntry>>
}
const memories = new WeakMap<State, Memory>()

/**
 * Lets a state that goes on from another know its scores, and the other the new ones: a version names the history that a score is made
 * of, so neither can take for its own what the other does not come to.
 */
export function shareScores(state: State, goesOn: State): void {
  memories.set(goesOn, memoryOf(state))
}

function memoryOf(state: State): Memory {
  const memory = memories.get(state) ?? { scores: new Map(), entries: new WeakMap() }
  memories.set(state, memory)
  return memory
}

/** The score of a team in a round from what is recorded now; null when there is nothing to score yet, or nobody could mark. */
export function scoreOf(state: State, round: string, team: string): RoundScore | null {
  const stage = lookupsOf(definitionOf(state)).stageOfRound.get(round)
  if (!stage) return null
  const known = memoryOf(state).scores
  const key = roundTeam(round, team)
  const version = state.scoreVersions.get(key) ?? ''
  const before = known.get(key)
  if (before && before.version === version && before.stage === stage) return before.score
  const score = compute(state, stage, round, team)
  known.set(key, { version, stage, score })
  return score
}

function compute(state: State, stage: Stage, round: string, team: string): RoundScore | null {
  const rules = stageRules(definitionOf(state), stage)
  const own = rules.rounds.find((each) => each.id === round)
  return own ? scoreRound(own, rules.rounding, inputOf(state, round, team)) : null
}

/** Everything recorded that the engine scores one team's round from. */
export function inputOf(state: State, round: string, team: string): RoundInput {
  const definition = definitionOf(state)
  const lookups = lookupsOf(definition)
  const place = roundTeam(round, team)
  const [given, excused] = [inGroup(state.sheets, place), inGroup(state.excused, place)]
  const sheets: SheetInput[] = []
  for (const judge of lookups.panels.get(round) ?? []) {
    const sheet = given.get(judge)
    if (sheet?.status === 'submitted' && !excused.has(judge)) sheets.push({ judge, marks: sheet.marks })
  }
  const points = inGroup(state.tallies, place)
  const tallied: Record<string, string> = {}
  const rules = lookups.rounds.get(round)
  for (const { id } of rules ? talliedCriteria(rules) : []) {
    const own = points.get(id)
    if (own !== undefined) tallied[id] = own
  }
  const standing = (lines: State['deductions']) =>
    [...lines.values()].filter((line) => line.round === round && line.team === team && line.withdrawn === null)
  return {
    team,
    sheets,
    tallied,
    factor: state.factors.get(place) ?? null,
    seconds: state.times.get(place) ?? null,
    deductions: standing(state.deductions),
    bonuses: standing(state.bonuses),
  }
}

/** What the score still waits for; undefined when it is complete. */
export function missingOf(state: State, round: string, team: string): Missing | undefined {
  const definition = definitionOf(state)
  const lookups = lookupsOf(definition)
  const rules = lookups.rounds.get(round)
  if (!rules) return undefined
  const place = roundTeam(round, team)
  const [given, excused] = [inGroup(state.sheets, place), inGroup(state.excused, place)]
  const tallied = inGroup(state.tallies, place)
  const judges = (lookups.panels.get(round) ?? []).filter(
    (judge) => !excused.has(judge) && given.get(judge)?.status !== 'submitted',
  )
  const criteria = talliedCriteria(rules)
    .map(({ id }) => id)
    .filter((id) => !tallied.has(id))
  const time = needsTime(definition, rules) && !state.times.has(place)
  const factor = rules.factor !== undefined && !state.factors.has(place)
  const complete = judges.length + criteria.length === 0 && !time && !factor
  return complete ? undefined : { round, team, judges, criteria, time, factor }
}

/** True when judges mark the round but all of them are excused for the team: complete, and without a score. */
export function nobodyMarks(state: State, round: Round, team: string): boolean {
  const panel = lookupsOf(definitionOf(state)).panels.get(round.id) ?? []
  return judgedCriteria(round).length > 0 && panel.every((judge) => isExcused(state, round.id, team, judge))
}

/** A team's scores in the rounds that `counts` lets through. */
export function entryOf(
  state: State,
  stage: Stage,
  team: string,
  counts: (round: string) => boolean,
): Entry<RoundScore> {
  const scores = new Map<string, RoundScore>()
  for (const { id } of stage.rounds) {
    const score = counts(id) ? scoreOf(state, id, team) : null
    if (score) scores.set(id, score)
  }
  return {
    team,
    scores,
    category: categoryOf(definitionOf(state), stage, team),
    carried: carriedTotals(state, stage, team),
  }
}

/** Every team that competes with all its scores, revealed or not. Of a team whose scores are the same it is the same entry as before. */
export function entriesOf(state: State, stage: Stage): Entry<RoundScore>[] {
  const { entries } = memoryOf(state)
  const known = entries.get(stage) ?? new Map<string, RememberedEntry>()
  entries.set(stage, known)
  const brought = stage.carryOver.map((each) => tableCarried(state, stage.id, each.stage)?.commit.hash ?? '').join()
  return competingIn(state, stage).map((team) => {
    const version = `${state.teamVersions.get(team) ?? ''}${brought}`
    const before = known.get(team)
    if (before?.version === version) return before.entry
    const entry = entryOf(state, stage, team, () => true)
    known.set(team, { version, entry })
    return entry
  })
}

/** The standings from everything recorded, revealed or not: for the desk and for certification, never for the hall. */
export function standingsOf(
  state: State,
  stage: Stage,
  entries: readonly Entry[] = entriesOf(state, stage),
): Standings {
  return rankStage(stageRules(definitionOf(state), stage), entries, { records: tieRecords(state, stage) })
}

function tieRecords(state: State, stage: Stage): TieRecords {
  const questions = stage.tieBreaks.flatMap((each): [string, ReadonlyMap<string, string>][] =>
    each.by === 'question' ? [[each.question, inGroup(state.questions, stageQuestion(stage.id, each.question))]] : [],
  )
  return { decisions: state.ties.get(stage.id) ?? [], questions: new Map(questions) }
}

/** Every score of a stage that is not complete, in running order of the rounds. */
export function missingInStage(state: State, stage: Stage): Missing[] {
  const teams = competingIn(state, stage)
  return stage.rounds.flatMap((round) => teams.flatMap((team) => missingOf(state, round.id, team) ?? []))
}
