/** What cues tell and tables say, as a ledger holds it: rows, scores, awards. Shapes of the verifier's own. */
import * as v from 'valibot'
import { id, recordOf, seconds } from './shapes.ts'

const shown = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/))

const cut = v.strictObject({
  kind: v.picklist(['overtime', 'undertime', 'line']),
  points: shown,
  seconds: v.optional(v.number()),
  reason: v.optional(v.string()),
})
export type ToldCut = v.InferOutput<typeof cut>

const decidedBy = v.nullable(
  v.strictObject({
    rule: v.string(),
    round: v.optional(id),
    criterion: v.optional(id),
    question: v.optional(id),
    reason: v.optional(v.string()),
  }),
)

/** A row of a table, as it was told or certified. */
export const rowSchema = v.strictObject({
  kind: v.literal('row'),
  stage: id,
  team: id,
  category: v.optional(v.string()),
  rank: v.nullable(v.number()),
  total: v.nullable(shown),
  rounds: recordOf(v.nullable(shown)),
  decidedBy,
  award: v.optional(v.string()),
  left: v.optional(v.picklist(['withdrawn', 'disqualified'])),
  certified: v.boolean(),
})
export type TableRow = v.InferOutput<typeof rowSchema>

const scoreSchema = v.strictObject({
  kind: v.literal('score'),
  round: id,
  team: id,
  score: v.nullable(shown),
  deductions: v.array(cut),
  bonuses: v.array(cut),
  rank: v.optional(v.nullable(v.number())),
})
export type ToldScore = v.InferOutput<typeof scoreSchema>

export const awardSchema = v.strictObject({
  kind: v.literal('award'),
  stage: id,
  award: id,
  title: v.string(),
  teams: v.array(id),
  main: v.boolean(),
})
export type AwardRow = v.InferOutput<typeof awardSchema>

export const revealSchema = v.variant('kind', [rowSchema, scoreSchema, awardSchema])

/** A decimal, or a fraction such as `53/3`. */
const exact = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+|\/[1-9]\d*)?$/))

/** The unrounded value beside a score that is told anew; what an older history lacks may be absent. */
export const exactSchema = v.strictObject({
  round: id,
  team: id,
  score: exact,
  criteria: recordOf(exact),
  deducted: v.optional(exact),
  seconds: v.optional(seconds),
  sheets: v.optional(recordOf(exact)),
})
