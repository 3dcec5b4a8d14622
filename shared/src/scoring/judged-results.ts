/** What judges and secretary gave, value by value, and what became of it on the way to a round's score. */
import type { LeftOut } from './combine/method.ts'
import type { Exact } from './exact.ts'

/** `clamped` counts, with another value; the others after it do not count. */
export type Treatment = 'counted' | 'clamped' | 'outlier' | LeftOut

/** What became of a value on its way to the combined one. */
type Treated = {
  /** As it came in. */
  readonly given: Exact
  /** What is combined: another one where it was clamped (SPEC S-6). */
  readonly value: Exact
  readonly treatment: Treatment
}

/** One judge's value. In a group it counts as a part of the group's mean, and what happens to that happens to it. */
export type JudgeValue = Treated & {
  readonly judge: string
  /** Before the rounding at `sheet`; equal to `given` where none is named. */
  readonly unrounded: Exact
}

/** The mean of a group of judges (SPEC S-37). */
export type GroupValue = Treated & {
  readonly group: string
  readonly judges: readonly string[]
  readonly weight: Exact
}

/** What the judges gave: for whole sheets (`criterion: null`) or for one criterion. */
export type JudgedPart = {
  readonly criterion: string | null
  /** What became of each value, made when it is asked for; no `groups` where each judge speaks alone. */
  readonly listed: () => { readonly values: readonly JudgeValue[]; readonly groups: readonly GroupValue[] }
  readonly combined: Exact
  /** After the rounding at `criterion`; equal to `combined` where none is named. */
  readonly rounded: Exact
  readonly weight: Exact
  /** `rounded` × `weight`. */
  readonly unrounded: Exact
  /** After the rounding at `weighted-criterion`: what goes into the score. */
  readonly points: Exact
}

/** What the secretary entered for one criterion. */
export type TalliedPart = {
  readonly criterion: string
  readonly entered: Exact
  readonly weight: Exact
  /** `entered` × `weight`. */
  readonly unrounded: Exact
  /** After the rounding at `weighted-criterion`. */
  readonly points: Exact
}

/** One judge's whole sheet: Σ weight × mark. */
export type SheetValue = { readonly judge: string; readonly value: Exact }

/** One criterion's figure by itself, before its weight: what a tie-break by criterion looks at (SPEC S-28). */
export type CriterionFigure = { readonly criterion: string; readonly value: Exact; readonly shown: string }
