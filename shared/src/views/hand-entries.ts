/** The parts of entries that tell whose hand it was: on a sheet, on a former version of one, on a request. It computes nothing. */
import * as v from 'valibot'

/** Who did something: the seat, and the name of the judge who sat in it then; null for a desk. */
const hand = { seat: v.string(), name: v.nullable(v.string()) }
const handAt = v.object({ ...hand, at: v.number() })

/** Who entered a sheet from paper, and who approved that; null where the judge submitted it. */
export const paperPart = v.nullable(v.object({ entered: v.object(hand), approved: v.object(hand) }))

/** By whom and when a request was settled, and why where it was declined; null while it waits. */
export const settledPart = v.nullable(v.object({ ...hand, at: v.number(), reason: v.nullable(v.string()) }))

/** A sheet as it was before it was opened again: marks, whose they were, and how it came to be opened. */
export const formerVersion = v.object({
  revision: v.number(),
  marks: v.record(v.string(), v.string()),
  receipt: v.string(),
  at: v.number(),
  name: v.nullable(v.string()),
  paper: paperPart,
  reopened: v.nullable(
    v.object({ request: v.string(), asked: handAt, reason: v.string(), approved: v.nullable(handAt) }),
  ),
})
