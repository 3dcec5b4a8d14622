/** What the engine answers. Figures come twice: exact, for going on with, and shown, for people. */
import type { Exact } from './exact.ts'
import type { CriterionFigure, JudgedPart, SheetValue, TalliedPart } from './judged-results.ts'
import type { OutlierFlag } from './outliers/rule.ts'

export type Adjustment = {
  readonly source: 'overtime' | 'undertime' | 'secretary'
  /** The id it was recorded under; `null` for what a time rule found. */
  readonly id: string | null
  /** Never negative: a deduction's points are taken off, a bonus's are added. */
  readonly points: Exact
  readonly shown: string
  readonly reason: string
  /** Seconds over the limit or under the minimum; `null` for what the secretary entered. */
  readonly seconds: number | null
}

/** Something that the head judge should know of and that no rule can settle (SPEC S-34). */
export type Flag = { readonly team: string; readonly round: string } & (
  | { readonly kind: OutlierFlag; readonly criterion: string | null }
  | { readonly kind: 'hard-cut'; readonly seconds: number }
  | { readonly kind: 'below-minimum-time'; readonly seconds: number }
  | { readonly kind: 'uneven-panel' }
)

/** One team's score in one round, with everything that it was made of. */
export type RoundScore = {
  readonly team: string
  readonly round: string
  readonly judged: readonly JudgedPart[]
  readonly tallied: readonly TalliedPart[]
  readonly criteria: readonly CriterionFigure[]
  /** Judged and tallied points together. */
  readonly subtotal: Exact
  /** What they are multiplied by; `null` where the round has none (SPEC S-40). */
  readonly factor: Exact | null
  /** `subtotal` × `factor`. */
  readonly multiplied: Exact
  /** After the rounding at `round`; equal to `multiplied` where none is named. */
  readonly rounded: Exact
  readonly bonuses: readonly Adjustment[]
  /** What a time rule took comes first. */
  readonly deductions: readonly Adjustment[]
  /** The deductions were more than there was to take (SPEC S-15). */
  readonly floored: boolean
  readonly score: Exact
  readonly shown: string
  readonly weight: Exact
  /** `score` × the round's weight: what goes into the total. */
  readonly weighted: Exact
  /** All deductions together. */
  readonly deducted: Exact
  /** As recorded; `null` without a time. */
  readonly seconds: number | null
  /** What each judge gave on the whole sheet, rounded at `sheet`: ranks of judges look at it (SPEC S-43). */
  readonly sheets: readonly SheetValue[]
  readonly flags: readonly Flag[]
}

/** What ranking looks at in a score, whatever it was made of. */
export type RankedScore = Pick<
  RoundScore,
  'score' | 'shown' | 'weighted' | 'criteria' | 'flags' | 'seconds' | 'sheets'
> & {
  /** `null` where a history from before it was kept does not tell. */
  readonly deducted: Exact | null
}

/** A team and its scores by round; a round without a score is absent. */
export type Entry<Score extends RankedScore = RankedScore> = {
  readonly team: string
  readonly scores: ReadonlyMap<string, Score>
  /** Teams are ranked among those of the same category alone; `null` where a stage ranks all together (SPEC S-56). */
  readonly category: string | null
  /** Certified totals of other stages, by stage (SPEC S-42). */
  readonly carried: ReadonlyMap<string, Exact>
}

/** A team's total over the counted rounds. */
export type Total = {
  readonly exact: Exact
  readonly rounded: Exact
  readonly shown: string
}

/** What a round gives a team where places come from ranks (SPEC S-43 to S-47). */
export type RoundFigure = {
  readonly exact: Exact
  readonly shown: string
  /** Of each judge, or one alone where the round's scores are ranked (`judge: null`). */
  readonly ranks: readonly GivenRank[]
}

export type GivenRank = {
  readonly judge: string | null
  /** 1 is the best; a mean where equals share it. */
  readonly rank: Exact
  /** What the rank is worth; `null` where it stands for itself. */
  readonly points: Exact | null
}

/** What separated a team from the teams with the same total. */
export type DecidedBy = {
  readonly rule: string
  readonly round: string | null
  readonly criterion: string | null
  /** The team's figure under that rule; `null` where the rule has none. */
  readonly exact: string | null
  readonly shown: string | null
  readonly reason: string | null
  /** The tie-break question, where it was one. */
  readonly question: string | null
  /** The teams that were still equal when the rule was asked, this one included. */
  readonly among: readonly string[]
}

export type StandingRow = {
  readonly team: string
  /** `null`: not ranked, since a score is missing. */
  readonly category: string | null
  readonly rank: number | null
  readonly total: Total | null
  /** What each counted round gives, where places come from ranks; `null` where they come from scores. */
  readonly figures: ReadonlyMap<string, RoundFigure> | null
  /** The rounds that count, in the stage's order. */
  readonly rounds: readonly string[]
  /** The counted rounds in which the team has no score. */
  readonly missing: readonly string[]
  /** Attempts that do not count, since better ones do (SPEC S-41). */
  readonly passedOver: readonly string[]
  /** Other teams on the same place. */
  readonly sharedWith: readonly string[]
  /** Every rule that parted this team from others, in the order in which they were asked. */
  readonly tieBreaks: readonly DecidedBy[]
  /** The last of `tieBreaks`: the one that gave the team its place; `null` without a tie, or with an unbroken one. */
  readonly decidedBy: DecidedBy | null
}

/** Equal teams, and the record that their rules wait for. */
export type Undecided = {
  readonly teams: readonly string[]
  readonly awaits: Awaited
}
export type Awaited =
  | { readonly by: 'decision' }
  | { readonly by: 'lot' }
  | { readonly by: 'question'; readonly question: string }

export type Standings = {
  /** Best first; equal places and unranked teams in the order in which the entries came. */
  readonly rows: readonly StandingRow[]
  /** Sets of equal teams that wait for something to be recorded; no stage is certified while there is one (SPEC S-55). */
  readonly undecided: readonly Undecided[]
  readonly flags: readonly Flag[]
}
