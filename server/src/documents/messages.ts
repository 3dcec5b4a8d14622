/** What goes to the program that makes a document, and what comes back. */
import { papersSchema } from '@bang-diem/shared/contest/papers.ts'
import * as v from 'valibot'

const bound = v.number()
const head = v.object({ number: v.number(), hash: v.string() })

/** Which paper, of which moment of which contest. Its history comes after it in parts. */
const orderSchema = v.object({
  contest: v.string(),
  /** The commit that the paper is made from; what came later is not in it. */
  head,
  kind: v.string(),
  format: v.picklist(['pdf', 'xlsx', 'csv']),
  stage: v.optional(v.string()),
  round: v.optional(v.string()),
  team: v.nullable(v.string()),
  judge: v.nullable(v.string()),
  number: v.nullable(v.string()),
  language: v.picklist(['vi', 'en']),
  /** How papers begin, as it is now, also where everything else is of an earlier moment. */
  papers: papersSchema,
  /** Hub time in ms. */
  printedAt: v.number(),
  publicUrl: v.string(),
  /** Links of judges by their ids. */
  links: v.record(v.string(), v.string()),
})
export type Order = v.InferOutput<typeof orderSchema>

/** What the program begins with. */
export const workSchema = v.object({ order: orderSchema, limits: v.object({ leaves: bound, cells: bound }) })
export type Work = v.InferOutput<typeof workSchema>

/** Commits as they were stored; an empty list says that there are no more. */
export const historySchema = v.array(v.object({ ...head.entries, line: v.string() }))

const madeSchema = v.variant('come', [
  v.object({ come: v.literal('document'), bytes: v.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array) }),
  v.object({ come: v.literal('lacking'), lacks: v.array(v.looseObject({ code: v.string() })) }),
  v.object({ come: v.picklist(['too-large', 'empty']) }),
])
/** What has come of an order. */
export type Made = v.InferOutput<typeof madeSchema>

export const answerSchema = v.variant('come', [madeSchema, v.object({ come: v.literal('failed'), why: v.string() })])
/** What has come of it, or what nobody foresaw: an error with where it was met. */
export type Answer = v.InferOutput<typeof answerSchema>
