/** What an outlier rule is: which of the judges' values stand too far from the others to count. */
import type { Column, Exact } from '../exact.ts'

export type OutlierInput = {
  /** At least one value, in the panel's order. */
  readonly values: Column
  /** The most that one of these values can be: a criterion's scale, or a whole sheet. */
  readonly maximum: Exact
}

export type OutlierVerdict = {
  /** Parallel to the values: is this one left out? Never all of them; `null`: none. */
  readonly out: readonly boolean[] | null
  /** Every value would have gone, so all were kept (SPEC S-7). */
  readonly allKept: boolean
}
