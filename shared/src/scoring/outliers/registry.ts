/** Every outlier rule that a round may choose: one line each. */
import * as v from 'valibot'
import { type BoundChoice, chosen } from '../choice.ts'
import { clamp } from './clamp.ts'
import { drop } from './drop.ts'
import { none } from './none.ts'
import type { OutlierInput, OutlierVerdict } from './rule.ts'

export const outlierRules = [none, drop, clamp] as const

export const outliersSchema = v.variant(
  'rule',
  outlierRules.map((rule) => rule.schema),
)
export type Outliers = v.InferOutput<typeof outliersSchema>

/** The chosen rule, ready to judge values and to print itself. */
export function outlierRule(outliers: Outliers): BoundChoice<OutlierInput, OutlierVerdict> {
  return chosen(outlierRules, outliers.rule).bind(outliers)
}
