/** Every combining method that a round may choose: one line each. */
import * as v from 'valibot'
import { type BoundChoice, chosen } from '../choice.ts'
import { mean } from './mean.ts'
import { median } from './median.ts'
import type { Combined, Values } from './method.ts'
import { sum } from './sum.ts'
import { trimmedMean } from './trimmed-mean.ts'
import { trimmedSum } from './trimmed-sum.ts'

export const combineMethods = [mean, trimmedMean, median, sum, trimmedSum] as const

export const combineSchema = v.variant(
  'method',
  combineMethods.map((method) => method.schema),
)
export type Combine = v.InferOutput<typeof combineSchema>

/** True when the method takes groups of judges with different weights (SPEC S-38). */
export function weighsGroups(combine: Combine): boolean {
  return chosen(combineMethods, combine.method).weighs
}

/** The chosen method, ready to combine values and to print its rule. */
export function combineMethod(combine: Combine): BoundChoice<Values, Combined> {
  return chosen(combineMethods, combine.method).bind(combine)
}
