/** What a combining method is: many judges' values in, one value out. */
import * as v from 'valibot'
import type { Column, Exact } from '../exact.ts'

/** Why a value took no part in the combined one; `null`: it counted. `left-out`: for a reason that the method's own sentence tells. */
export type LeftOut = 'highest' | 'lowest' | 'not-middle' | 'left-out'

export type Combined = {
  readonly value: Exact
  /** Parallel to the values that went in; `null`: all of them counted. */
  readonly leftOut: readonly (LeftOut | null)[] | null
}

/** At least one value, in the panel's order; outliers are already gone. */
export type Values = Column & {
  /** Parallel to the values; absent where all weigh the same. Only methods that say `weighs` are ever given any. */
  readonly weights?: readonly Exact[]
}

/** What the method combines: whole sheets, or each criterion by itself (SPEC S-5). */
export const over = v.optional(v.picklist(['sheet', 'criterion']), 'sheet')

export const OVER_WORDS = {
  sheet: { vi: 'tính trên điểm từng phiếu', en: 'over whole sheets' },
  criterion: { vi: 'tính riêng từng tiêu chí', en: 'over each criterion' },
} as const

/** The values' indexes in ascending order of value; equal values stay in the panel's order (SPEC S-12). */
export function ascending(values: readonly Exact[], compare: (a: Exact, b: Exact) => number): number[] {
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => compare(a.value, b.value) || a.index - b.index)
    .map(({ index }) => index)
}
