/** What a placing method is: the scores of teams in, a total of each out, and which of two totals is the better one. */
import type { Entry, Flag, RoundFigure, Total } from '../results.ts'
import type { Separate } from '../separated.ts'
import type { StageRules } from '../types.ts'
import type { Wording } from '../wording.ts'

export type PlacingInput = {
  readonly rules: Pick<StageRules, 'rounds' | 'attempts' | 'carryOver' | 'ownWeight' | 'rounding' | 'compare'>
  /** Teams that are ranked among themselves. */
  readonly entries: readonly Entry[]
  /** The ids of the rounds that count, in the stage's order. */
  readonly rounds: readonly string[]
  /** True: a team is ranked by the counted rounds that it has a score in. */
  readonly partial: boolean
}

export type Totalled = {
  readonly entry: Entry
  /** `null` while something is missing. */
  readonly total: Total | null
  readonly missing: readonly string[]
  readonly passedOver: readonly string[]
  readonly figures: ReadonlyMap<string, RoundFigure> | null
}

/** What a method says of itself beside what every choice says. */
export type PlacingTraits = {
  /** The lower of two totals is the better one. */
  readonly lowerWins: boolean
  /** It looks at what each judge gave, and not only at scores. Takes the method's parameters. */
  readonly ranksJudges: (params: unknown) => boolean
  /** The titles of the rules by which it parts equal totals itself, by the rule's id. */
  readonly ties: Readonly<Record<string, Wording>>
}

export type Placed = {
  /** In the order of the entries. */
  readonly totals: readonly Totalled[]
  readonly flags: readonly Flag[]
  /** How the method itself parts teams with equal totals, before any tie-break; `null`: not at all. */
  readonly separate: Separate | null
}
