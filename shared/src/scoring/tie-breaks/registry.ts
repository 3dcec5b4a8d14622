/** Every tie-break that a stage may choose: one line each. */
import * as v from 'valibot'
import { type BoundChoice, chosen } from '../choice.ts'
import { byCriterion } from './by-criterion.ts'
import { byPart } from './by-part.ts'
import { byRound } from './by-round.ts'
import { byRounds } from './by-rounds.ts'
import { countback } from './countback.ts'
import { decision } from './decision.ts'
import { deductions } from './deductions.ts'
import { headJudge } from './head-judge.ts'
import { lot } from './lot.ts'
import { question } from './question.ts'
import type { TieBreakInput, TieBreakVerdict } from './rule.ts'
import { time } from './time.ts'

export const tieBreaks = [
  byRound,
  byRounds,
  byCriterion,
  byPart,
  countback,
  headJudge,
  deductions,
  time,
  question,
  lot,
  decision,
] as const

export const tieBreakSchema = v.variant(
  'by',
  tieBreaks.map((tieBreak) => tieBreak.schema),
)
export type TieBreak = v.InferOutput<typeof tieBreakSchema>

/** True when the chosen tie-break looks at what each judge gave. */
export function looksAtSheets({ by }: TieBreak): boolean {
  return chosen(tieBreaks, by).looksAtSheets ?? false
}

/** True when the chosen tie-break parts teams by the time that was recorded in this round. */
export function looksAtTime(tieBreak: TieBreak, round: string): boolean {
  return (chosen(tieBreaks, tieBreak.by).looksAtTime ?? false) && 'round' in tieBreak && tieBreak.round === round
}

export function needsHeadJudge({ by }: Pick<TieBreak, 'by'>): boolean {
  return chosen(tieBreaks, by).needsHeadJudge ?? false
}

/** The chosen tie-break, ready to separate teams and to print its rule. */
export function tieBreakRule(tieBreak: TieBreak): BoundChoice<TieBreakInput, TieBreakVerdict> {
  return chosen(tieBreaks, tieBreak.by).bind(tieBreak)
}
