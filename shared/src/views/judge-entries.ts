/** Entries of a judge: the own sheets, what is marked in a round, the team that is called. They hold no other judge's mark. */
import * as v from 'valibot'

const text = v.string()
const maybe = v.optional(v.string())
const count = v.number()
const marks = v.record(v.string(), v.string())

/** `form/<round>`: desk, judge, head; what is marked in a round and by whom. */
export const formEntry = v.object({
  criteria: v.array(
    v.object({
      id: text,
      title: text,
      min: text,
      max: text,
      step: text,
      weight: text,
      scoredBy: v.picklist(['judges', 'secretary']),
    }),
  ),
  /** What the points are multiplied by, where the round has a factor: its name and bounds. */
  factor: v.optional(v.object({ title: maybe, min: text, max: text })),
  time: v.object({ limitSeconds: v.optional(count), minimumSeconds: count, needed: v.boolean() }),
})
/** `me`: judge, head. */
export const meEntry = v.object({ judge: text, name: text, title: maybe, head: v.boolean() })
/** `call`: judge, head; the team that the MC has called, and how far. Absent: "chờ MC". */
export const callEntry = v.object({
  round: text,
  team: text,
  step: v.picklist(['intro', 'performing', 'marking', 'revealed']),
})
/** `sheet/<round>/<team>`: judge, head; the own sheets that were ever opened. `closed`: revealed or certified without this sheet. */
export const ownSheetEntry = v.object({
  status: v.picklist(['open', 'submitted', 'reopened', 'closed', 'excused']),
  revision: count,
  marks: v.optional(marks),
  receipt: maybe,
  reason: maybe,
  /** The state of the latest request to reopen it. */
  request: v.optional(v.picklist(['waiting', 'approved', 'declined'])),
})
/** `count`: judge, head; own sheets in, of all that this judge will be asked for. */
export const countEntry = v.object({ submitted: count, total: count })
export type OwnSheetEntry = v.InferOutput<typeof ownSheetEntry>
export type CallEntry = v.InferOutput<typeof callEntry>
export type FormEntry = v.InferOutput<typeof formEntry>
