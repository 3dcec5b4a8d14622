/** Entries about the show for those who run it: the rundown, what comes next, who is missing. They hold no mark and no score. */
import * as v from 'valibot'

const text = v.string()
const maybe = v.optional(v.string())
const count = v.number()

/** `judge/<judge>`: MC, desk, head. */
export const judgeEntry = v.object({ name: text, title: maybe, head: v.boolean() })
/** `on-air`: the cue that the MC's next command must name; null before the first. */
export const onAirEntry = v.nullable(text)
const cueEntry = v.object({
  id: text,
  step: v.picklist([
    'title',
    'session',
    'qualifiers',
    'award',
    'line-up',
    'intro',
    'perform',
    'marking',
    'score',
    'standings',
    'overall',
    'certify',
    'place',
    'final',
    'correction',
    'table-correction',
  ]),
  stage: text,
  round: v.optional(text),
  team: v.optional(text),
  place: v.optional(count),
  session: v.optional(text),
  award: v.optional(text),
  category: v.optional(text),
  within: v.optional(count),
})
/** `rundown`: MC, desk; every cue in order, without values. */
export const rundownEntry = v.array(cueEntry)
/** `taken`: the ids of the cues that were taken, in the rundown's order. */
export const takenEntry = v.array(text)
/** Why something is not done, as a page gets it. */
export const refusalPart = v.looseObject({ code: text })
const offer = v.object({ cue: text, block: v.nullable(refusalPart) })
/** `next`: the cue that *Next* takes (null at the end), and why it cannot now; `skipTo`: the cue that may be taken instead. */
export const nextEntry = v.object({ next: v.nullable(offer), skipTo: v.nullable(offer), pending: v.array(offer) })
/** `panel`: MC, desk; who is in and who is missing for the team called last. */
export const panelEntry = v.object({
  round: text,
  team: text,
  judges: v.array(
    /** `reason`: why an excused judge does not mark. */
    v.object({ judge: text, state: v.picklist(['in', 'missing', 'reopened', 'excused']), reason: maybe }),
  ),
})
/** `missing/<round>/<team>`: MC, desk; what the score of a team that has performed still waits for. */
export const missingEntry = v.object({
  round: text,
  team: text,
  judges: v.array(text),
  criteria: v.array(text),
  time: v.boolean(),
  factor: v.boolean(),
})
/**
 * `certified/<stage>`: MC, desk, judges; the receipt of the certified table, its version: 1 for the first of the stage, and the stages whose totals
 * it carries from a table that was opened again since.
 */
export const certifiedEntry = v.object({ receipt: text, at: count, version: count, outdated: v.array(text) })
export type CertifiedEntry = v.InferOutput<typeof certifiedEntry>
export type CueEntry = v.InferOutput<typeof cueEntry>
export type NextEntry = v.InferOutput<typeof nextEntry>
