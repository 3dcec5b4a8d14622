/**
 * The entries of the views: what each key of a view holds, as schemas, so that hub and pages agree and pages can check. Here are those of every
 * view; `hall-`, `show-`, `desk-` and `judge-entries.ts` beside this file have the others, so that a page carries those of its own audience.
 * Keys with ids are written `row/<stage>/<team>`; the part before the first slash is the entry's kind.
 * It computes nothing: `hall.ts`, `judge.ts`, `mc.ts`, `desk.ts` and `head.ts` do.
 */
import * as v from 'valibot'

const text = v.string()
const maybe = v.optional(v.string())
const count = v.number()

/** `contest`, in every view. */
export const contestEntry = v.object({
  id: text,
  title: text,
  edition: maybe,
  organiser: maybe,
  venue: maybe,
  date: maybe,
  language: v.picklist(['vi', 'en']),
})
/** `team/<team>`, in every view; `index` is the place in the definition. */
export const teamEntry = v.object({
  name: text,
  shortName: maybe,
  unit: maybe,
  group: maybe,
  category: maybe,
  index: count,
})
/** `stage/<stage>`: `decimals` are those that totals are shown with. */
export const stageEntry = v.object({
  title: text,
  index: count,
  rounds: v.array(text),
  decimals: count,
  reveal: text,
  /** True where places come from ranks and the lower total is the better one. */
  lowerWins: v.boolean(),
  /** The names of its awards; who wins them is told by `award/…` and in the rows. */
  awards: v.array(v.object({ id: text, title: text, main: v.boolean() })),
  /** What teams are ranked among; absent where all are ranked together. */
  separately: v.optional(v.picklist(['group', 'category'])),
  maximum: text,
})
/** `round/<round>`; `index` is its place among all rounds. */
export const roundEntry = v.object({
  title: text,
  stage: text,
  index: count,
  maximum: text,
  weight: text,
  limitSeconds: v.optional(v.number()),
  warnSeconds: v.array(v.number()),
})
/** `session/<session>`, in every view. */
export const sessionEntry = v.object({ title: text, date: maybe, time: maybe, index: count })
/** `timer`, of the team that was called last. Runs while `startedAt` (hub time, ms) is a number. */
export const timerEntry = v.object({
  round: text,
  team: text,
  elapsedMs: count,
  startedAt: v.nullable(count),
})
export type TimerEntry = v.InferOutput<typeof timerEntry>
