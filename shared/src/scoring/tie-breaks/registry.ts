/** Every tie-break that a stage may choose: one line each. */
import * as v from 'valibot'
import { type BoundChoice, chosen } from '../choice.ts'
import { byCriterion } from './by-criterion.ts'
import { byRound } from './by-round.ts'
import { decision } from './decision.ts'
import type { TieBreakInput, TieBreakVerdict } from './rule.ts'

export const tieBreaks = [byRound, byCriterion, decision] as const

export const tieBreakSchema = v.variant(
  'by',
  tieBreaks.map((tieBreak) => tieBreak.schema),
)
export type TieBreak = v.InferOutput<typeof tieBreakSchema>

/** The chosen tie-break, ready to separate teams and to print its rule. */
export function tieBreakRule(tieBreak: TieBreak): BoundChoice<TieBreakInput, TieBreakVerdict> {
  return chosen(tieBreaks, tieBreak.by).bind(tieBreak)
}
