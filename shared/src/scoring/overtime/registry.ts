/** Every overtime rule that a round may choose: one line each. */
import * as v from 'valibot'
import { type BoundChoice, chosen } from '../choice.ts'
import { hardCut } from './hard-cut.ts'
import { none } from './none.ts'
import { perMinute } from './per-minute.ts'
import type { ExcessSeconds, OvertimeVerdict } from './rule.ts'
import { tiers } from './tiers.ts'

export const overtimeRules = [none, perMinute, tiers, hardCut] as const

export const overtimeSchema = v.variant(
  'rule',
  overtimeRules.map((rule) => rule.schema),
)
export type Overtime = v.InferOutput<typeof overtimeSchema>

/** True when the chosen rule can cost points: then a score waits for its time. */
export function deductsOvertime(overtime: Overtime): boolean {
  return chosen(overtimeRules, overtime.rule).deducts
}

/** The chosen rule, ready to judge an excess and to print itself. */
export function overtimeRule(overtime: Overtime): BoundChoice<ExcessSeconds, OvertimeVerdict> {
  return chosen(overtimeRules, overtime.rule).bind(overtime)
}
