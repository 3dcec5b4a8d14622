/** What the engine answers. Figures come twice: exact, for going on with, and shown, for people. */
import type { LeftOut } from './combine/method.ts'
import type { Exact } from './exact.ts'

export type Treatment = 'counted' | 'outlier' | LeftOut

/** One judge's value and what became of it. */
export type JudgeValue = {
  readonly judge: string
  /** Before the rounding at `sheet`; equal to `value` where none is named. */
  readonly unrounded: Exact
  readonly value: Exact
  readonly treatment: Treatment
}

/** What the judges gave: for whole sheets (`criterion: null`) or for one criterion. */
export type JudgedPart = {
  readonly criterion: string | null
  readonly values: readonly JudgeValue[]
  readonly combined: Exact
  /** After the rounding at `criterion`; equal to `combined` where none is named. */
  readonly rounded: Exact
  readonly weight: Exact
  /** `rounded` × `weight`: what goes into the score. */
  readonly points: Exact
}

/** What the secretary entered for one criterion. */
export type TalliedPart = {
  readonly criterion: string
  readonly entered: Exact
  readonly weight: Exact
  readonly points: Exact
}

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

/** One criterion's figure by itself, before its weight: what a tie-break by criterion looks at (SPEC S-28). */
export type CriterionFigure = { readonly criterion: string; readonly value: Exact; readonly shown: string }

/** Something that the head judge should know of and that no rule can settle (SPEC S-34). */
export type Flag = { readonly team: string; readonly round: string } & (
  | { readonly kind: 'all-outliers-kept'; readonly criterion: string | null }
  | { readonly kind: 'hard-cut'; readonly seconds: number }
  | { readonly kind: 'below-minimum-time'; readonly seconds: number }
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
  /** After the rounding at `round`; equal to `subtotal` where none is named. */
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
  readonly flags: readonly Flag[]
}

/** What ranking looks at in a score, whatever it was made of. */
export type RankedScore = Pick<RoundScore, 'score' | 'shown' | 'weighted' | 'criteria' | 'flags'>

/** A team and its scores by round; a round without a score is absent. */
export type Entry<Score extends RankedScore = RankedScore> = {
  readonly team: string
  readonly scores: ReadonlyMap<string, Score>
}

/** A team's total over the counted rounds. */
export type Total = {
  readonly exact: Exact
  readonly rounded: Exact
  readonly shown: string
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
  /** The teams that were still equal when the rule was asked, this one included. */
  readonly among: readonly string[]
}

export type StandingRow = {
  readonly team: string
  /** `null`: not ranked, since a score is missing. */
  readonly rank: number | null
  readonly total: Total | null
  /** The rounds that count, in the stage's order. */
  readonly rounds: readonly string[]
  /** The counted rounds in which the team has no score. */
  readonly missing: readonly string[]
  /** Other teams on the same place. */
  readonly sharedWith: readonly string[]
  /** Every rule that parted this team from others, in the order in which they were asked. */
  readonly tieBreaks: readonly DecidedBy[]
  /** The last of `tieBreaks`: the one that gave the team its place; `null` without a tie, or with an unbroken one. */
  readonly decidedBy: DecidedBy | null
}

export type Standings = {
  /** Best first; equal places and unranked teams in the order in which the entries came. */
  readonly rows: readonly StandingRow[]
  /** Sets of equal teams that wait for a recorded decision; no stage is certified while there is one (SPEC S-29). */
  readonly undecided: readonly (readonly string[])[]
  readonly flags: readonly Flag[]
}
