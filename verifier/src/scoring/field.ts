/**
 * The teams that are ranked among themselves, with their scores, and the ranks that judges and rounds give among them:
 * SPEC S-24, S-31, S-43, S-56. It never looks at a team of another category.
 */
import type { Contest, Entrant, Note, RoundRules, StageRules } from './contest.ts'
import { judgedCriteria } from './judged.ts'
import type { Num } from './numbers.ts'
import type { Score } from './one-score.ts'
import { Partings } from './partings.ts'
import type { Places } from './places.ts'
import { type Better, type Rank, ranksOf, type Shared } from './ranks.ts'

/** By round, then by team; `null`: no score (SPEC S-22). */
export type Scores = ReadonlyMap<string, ReadonlyMap<string, Score | null>>

export type Field = {
  readonly contest: Contest
  readonly rules: StageRules
  readonly places: Places
  readonly note: Note
  readonly entrants: readonly Entrant[]
  readonly teams: readonly string[]
  /** The rounds that count. */
  readonly rounds: readonly RoundRules[]
  readonly everyRoundCounts: boolean
  readonly scoreIn: (round: string, team: string) => Score | null
  readonly partings: Partings
  /** Ranks that were worked out already, by what was ranked. */
  readonly ranks: Map<string, Rank[]>
}

export function fieldOf(
  contest: Contest,
  entrants: readonly Entrant[],
  scores: Scores,
  tools: { places: Places; note: Note },
): Field {
  const { rules, counted } = contest
  const rounds = rules.rounds.filter(({ id }) => counted === null || counted.includes(id))
  return {
    contest,
    rules,
    ...tools,
    entrants,
    teams: entrants.map(({ team }) => team),
    rounds,
    everyRoundCounts: rounds.length === rules.rounds.length,
    scoreIn: (round, team) => scores.get(round)?.get(team) ?? null,
    partings: new Partings(),
    ranks: new Map(),
  }
}

/** Which judges' values are better, as the placing method has it. */
export function betterOf({ rules: { placing } }: Field): Better {
  return placing.method === 'total' ? 'higher' : placing.better
}

/** Totals, and what is compared as they are. */
export function comparable(field: Field, value: Num): Num {
  return field.rules.compare === 'exact' ? value : field.places.roundedAt('total', value)
}

/** By scores as they are shown, or exactly (SPEC S-43). */
export function ranksOfRound(field: Field, round: string, shared: Shared): Rank[] {
  const values = new Map<string, Num>()
  for (const team of field.teams) {
    const score = field.scoreIn(round, team)
    if (score) values.set(team, field.rules.compare === 'exact' ? score.score : score.seen)
  }
  return rankedOnce(field, `round ${shared} ${round}`, values, shared)
}

/** Every team asks for the same ranks. */
function rankedOnce(field: Field, name: string, values: ReadonlyMap<string, Num>, shared: Shared): Rank[] {
  const ranks = field.ranks.get(name) ?? ranksOf(values, betterOf(field), shared)
  field.ranks.set(name, ranks)
  return ranks
}

/** The judges who have marked a team that has a score in the round. */
export function judgesOf(field: Field, round: string): string[] {
  return [...new Set(field.teams.flatMap((team) => [...(field.scoreIn(round, team)?.values.keys() ?? [])]))]
}

export function ranksOfJudge(field: Field, round: string, judge: string, shared: Shared): Rank[] {
  const values = new Map<string, Num>()
  for (const team of field.teams) {
    const value = field.scoreIn(round, team)?.values.get(judge)
    if (value) values.set(team, value)
  }
  return rankedOnce(field, `judge ${shared} ${round}/${judge}`, values, shared)
}

/** All ranks that judges give a team in a round. */
export function judgesRanks(field: Field, round: string, team: string, shared: Shared): Rank[] {
  return judgesOf(field, round).flatMap((judge) =>
    ranksOfJudge(field, round, judge, shared).filter((rank) => rank.team === team),
  )
}

export function isJudged(round: RoundRules): boolean {
  return judgedCriteria(round).length > 0
}
