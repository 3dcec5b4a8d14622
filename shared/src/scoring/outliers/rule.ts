/** What an outlier rule is: what stands for each of the judges' values that lies too far from the others. */
import type { Column, Exact } from '../exact.ts'

export type OutlierInput = {
  /** At least one value, in the panel's order. */
  readonly values: Column
  /** The most that one of these values can be: a criterion's scale, or a whole sheet. */
  readonly maximum: Exact
}

/** What the head judge should know of (SPEC S-7). */
export type OutlierFlag = 'all-outliers-kept' | 'all-outliers-clamped' | 'one-value-left'

export type OutlierVerdict = {
  /**
   * Parallel to the values: the value itself where it stays, another one that counts in its place, `null` where it is left out.
   * Never all of them left out. `null` altogether: every value stays.
   */
  readonly instead: readonly (Exact | null)[] | null
  readonly flag: OutlierFlag | null
}

export const EVERY_VALUE_STAYS: OutlierVerdict = { instead: null, flag: null }
