/**
 * The rules that a stage may choose, as a ledger holds them; what an older history lacks has its default (SPEC D-1, D-25). These shapes are the verifier's own, written from
 * SPEC.md: what it does not know it refuses, since a rule that it cannot work out it must not pass over.
 */
import * as v from 'valibot'
import { decimal, id, positive, whole } from '../shapes.ts'

const over = v.optional(v.picklist(['sheet', 'criterion']), 'sheet')
const trim = { highest: v.optional(whole, 1), lowest: v.optional(whole, 1), whenAtLeast: v.optional(whole) }

/** SPEC S-8 to S-11, S-39. */
export const combineSchema = v.variant('method', [
  v.strictObject({ method: v.literal('mean'), over }),
  v.strictObject({ method: v.literal('sum'), over }),
  v.strictObject({ method: v.literal('median'), over }),
  v.strictObject({ method: v.literal('trimmed-mean'), over, ...trim }),
  v.strictObject({ method: v.literal('trimmed-sum'), over, ...trim }),
])
export type Combine = v.InferOutput<typeof combineSchema>

/** Points, or a percentage. */
const limit = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?%?$/))
const ofLimit = v.optional(v.picklist(['maximum', 'mean']), 'maximum')

/** SPEC S-6. */
export const outliersSchema = v.variant('rule', [
  v.strictObject({ rule: v.literal('none') }),
  v.strictObject({ rule: v.literal('drop'), limit, of: ofLimit }),
  v.strictObject({ rule: v.literal('clamp'), limit, of: ofLimit }),
])
export type Outliers = v.InferOutput<typeof outliersSchema>

/** SPEC S-16 to S-19. */
export const overtimeSchema = v.variant('rule', [
  v.strictObject({ rule: v.literal('none') }),
  v.strictObject({ rule: v.literal('hard-cut') }),
  v.strictObject({
    rule: v.literal('per-minute'),
    points: decimal,
    count: v.picklist(['full', 'started']),
    graceSeconds: v.optional(whole, 0),
    cap: v.optional(decimal),
  }),
  v.strictObject({
    rule: v.literal('tiers'),
    tiers: v.array(v.strictObject({ fromSeconds: whole, points: decimal })),
    graceSeconds: v.optional(whole, 0),
  }),
])
export type Overtime = v.InferOutput<typeof overtimeSchema>

const shared = v.optional(v.picklist(['average', 'best']), 'average')
const better = v.optional(v.picklist(['higher', 'lower']), 'higher')
const ranksOf = v.picklist(['judges', 'rounds'])

/** SPEC S-43 to S-48. */
export const placingSchema = v.variant('method', [
  v.strictObject({ method: v.literal('total') }),
  v.strictObject({
    method: v.literal('placings'),
    of: ranksOf,
    combine: v.optional(v.picklist(['sum', 'mean']), 'sum'),
    shared,
    better,
  }),
  v.strictObject({ method: v.literal('rank-points'), of: ranksOf, points: v.array(decimal), shared, better }),
  v.strictObject({ method: v.literal('majority'), better }),
])
export type Placing = v.InferOutput<typeof placingSchema>

/** SPEC S-26 to S-29, S-50 to S-54. */
export const tieBreakSchema = v.variant('by', [
  v.strictObject({ by: v.literal('round'), round: id }),
  v.strictObject({ by: v.literal('rounds'), rounds: v.array(id) }),
  v.strictObject({ by: v.literal('criterion'), round: id, criterion: id }),
  v.strictObject({ by: v.literal('part'), round: id, criteria: v.array(id) }),
  v.strictObject({
    by: v.literal('countback'),
    of: v.optional(v.picklist(['sheets', 'judge-places', 'round-places']), 'sheets'),
  }),
  v.strictObject({ by: v.literal('head-judge'), round: v.optional(id) }),
  v.strictObject({ by: v.literal('deductions') }),
  v.strictObject({ by: v.literal('time'), round: id, first: v.picklist(['shorter', 'longer']) }),
  v.strictObject({ by: v.literal('question'), question: id, maximum: decimal }),
  v.strictObject({ by: v.literal('lot') }),
  v.strictObject({ by: v.literal('decision') }),
])
export type TieBreak = v.InferOutput<typeof tieBreakSchema>

const roundingPlace = v.picklist(['clamped-mark', 'criterion', 'weighted-criterion', 'sheet', 'round', 'total'])
export type RoundingPlace = v.InferOutput<typeof roundingPlace>

/** More than any regulation uses. */
const MOST_DECIMALS = 6

/** SPEC S-2, S-3. */
export const roundingSchema = v.strictObject({
  at: roundingPlace,
  decimals: v.pipe(whole, v.maxValue(MOST_DECIMALS)),
  mode: v.optional(v.picklist(['half-up', 'half-even', 'truncate']), 'half-up'),
})
export type Rounding = v.InferOutput<typeof roundingSchema>

/** SPEC S-41. */
export const attemptsSchema = v.strictObject({ rounds: v.array(id), keep: v.optional(whole, 1) })
export type Attempts = v.InferOutput<typeof attemptsSchema>

const title = v.string()
const award = { id, title, alone: v.optional(v.boolean(), false) }

/** SPEC S-60 to S-65. */
export const awardSchema = v.variant('by', [
  v.strictObject({ by: v.literal('places'), ...award, places: whole }),
  v.strictObject({ by: v.literal('band'), ...award, from: decimal, to: v.optional(decimal) }),
  v.strictObject({ by: v.literal('quota'), ...award, percent: positive }),
  v.strictObject({ by: v.literal('others'), ...award }),
  v.strictObject({ by: v.literal('best'), ...award, round: id, criterion: v.optional(id) }),
  v.strictObject({ by: v.literal('picked'), ...award }),
])
export type Award = v.InferOutput<typeof awardSchema>
