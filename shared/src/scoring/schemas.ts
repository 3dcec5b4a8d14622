/**
 * The parts of a contest's definition that belong to scoring, with their defaults. The variants are made from the
 * registries, so that what the engine cannot do is refused by the schema at its path (SPEC S-35).
 */
import * as v from 'valibot'
import { awardSchema } from './awards/registry.ts'
import { combineSchema as combineVariant } from './combine/registry.ts'
import { outliersSchema as outliersVariant } from './outliers/registry.ts'
import { overtimeSchema as overtimeVariant } from './overtime/registry.ts'
import { placingSchema as placingVariant } from './placing/registry.ts'
import { roundingSchema } from './rounding.ts'
import { idText, positiveText } from './texts.ts'
import { tieBreakSchema } from './tie-breaks/registry.ts'

export const combineSchema = v.optional(combineVariant, { method: 'mean' })

export const outliersSchema = v.optional(outliersVariant, { rule: 'none' })

export const overtimeSchema = v.optional(overtimeVariant, { rule: 'none' })

/** Without it, being under the minimum time is only a note (SPEC S-20). */
export const undertimeSchema = v.strictObject({ points: positiveText })
export type Undertime = v.InferOutput<typeof undertimeSchema>

export const placingSchema = v.optional(placingVariant, { method: 'total' })

/** Rounds that are attempts of one thing (SPEC S-41). */
const attempts = v.strictObject({
  rounds: v.pipe(v.array(idText), v.minLength(2), v.maxLength(12)),
  keep: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)), 1),
})
export type Attempts = v.InferOutput<typeof attempts>
export const attemptsSchema = v.optional(v.pipe(v.array(attempts), v.maxLength(6)), () => [])

/** In the order of the list; an award without an id is called by its place in it. */
export const awardsSchema = v.optional(
  v.pipe(
    v.array(awardSchema),
    v.maxLength(40),
    v.transform((list) => list.map((award, index) => ({ ...award, id: award.id ?? `giai-${index + 1}` }))),
  ),
  () => [],
)

/** In the order in which they are asked. */
export const tieBreaksSchema = v.optional(v.pipe(v.array(tieBreakSchema), v.maxLength(20)), [])

export const roundingsSchema = v.optional(
  v.pipe(
    v.array(roundingSchema),
    v.check((list) => new Set(list.map(({ at }) => at)).size === list.length, 'duplicate-id'),
  ),
  [],
)

export const compareSchema = v.optional(v.picklist(['rounded', 'exact']), 'rounded')
export type Compare = v.InferOutput<typeof compareSchema>

export const rankingSchema = v.optional(v.picklist(['standard', 'dense']), 'standard')
export type Ranking = v.InferOutput<typeof rankingSchema>
