/**
 * What the hall may ever see: scenes and the values that a cue reveals, frozen as they were announced.
 *
 * These schemas are the whole vocabulary of the hall. They carry results and never sheets, and they are plain values: nothing
 * here is computed again later.
 */
import * as v from 'valibot'
import { idSchema } from '../contest/primitives.ts'

/** A number as announced: an exact decimal string, possibly negative in later versions of the rules. */
const shown = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/))

const cutSchema = v.strictObject({
  /** `overtime`, `undertime` or `line` (a deduction or bonus entered by the secretary). */
  kind: v.picklist(['overtime', 'undertime', 'line']),
  points: shown,
  seconds: v.optional(v.number()),
  reason: v.optional(v.string()),
})
export type RevealedCut = v.InferOutput<typeof cutSchema>

const decidedBySchema = v.nullable(
  v.strictObject({
    rule: v.string(),
    round: v.optional(idSchema),
    criterion: v.optional(idSchema),
    question: v.optional(idSchema),
    reason: v.optional(v.string()),
  }),
)
export type DecidedBy = v.InferOutput<typeof decidedBySchema>

/** The score of one team in one round, as announced. `score` is null when no judge could mark the team. */
export const scoreRevealSchema = v.strictObject({
  kind: v.literal('score'),
  round: idSchema,
  team: idSchema,
  score: v.nullable(shown),
  deductions: v.array(cutSchema),
  bonuses: v.array(cutSchema),
  /** The rank in this round, only when the whole round is announced together. */
  rank: v.optional(v.nullable(v.number())),
})
export type ScoreReveal = v.InferOutput<typeof scoreRevealSchema>

/** One row of standings, as announced: interim ones count the revealed rounds only. */
export const rowRevealSchema = v.strictObject({
  kind: v.literal('row'),
  stage: idSchema,
  team: idSchema,
  /** The group or category that the team is ranked in; absent where all are ranked together. */
  category: v.optional(v.string()),
  rank: v.nullable(v.number()),
  total: v.nullable(shown),
  rounds: v.record(idSchema, v.nullable(shown)),
  decidedBy: decidedBySchema,
  /** The award of the main list that the team has won; only in a certified row. */
  award: v.optional(v.string()),
  /** Why the team has no rank, where it left. */
  left: v.optional(v.picklist(['withdrawn', 'disqualified'])),
  /** True when the row comes from a certified table. */
  certified: v.boolean(),
})
export type RowReveal = v.InferOutput<typeof rowRevealSchema>

/** An award with the teams that won it. */
export const awardRevealSchema = v.strictObject({
  kind: v.literal('award'),
  stage: idSchema,
  award: idSchema,
  title: v.string(),
  teams: v.array(idSchema),
  /** Of the main list, which goes by the table; otherwise a side award. */
  main: v.boolean(),
})
export type AwardReveal = v.InferOutput<typeof awardRevealSchema>

export const revealSchema = v.variant('kind', [scoreRevealSchema, rowRevealSchema, awardRevealSchema])
export type Reveal = v.InferOutput<typeof revealSchema>

/** What the stage screens show. Texts are looked up by id; values come from reveals. */
export const sceneSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('stand-by') }),
  v.strictObject({ kind: v.literal('title'), stage: v.optional(idSchema) }),
  v.strictObject({ kind: v.literal('session'), session: idSchema }),
  v.strictObject({ kind: v.literal('line-up'), round: idSchema, teams: v.array(idSchema) }),
  v.strictObject({ kind: v.literal('team'), round: idSchema, team: idSchema, place: v.number(), of: v.number() }),
  v.strictObject({
    kind: v.literal('performance'),
    round: idSchema,
    team: idSchema,
    place: v.number(),
    of: v.number(),
  }),
  v.strictObject({ kind: v.literal('progress'), round: idSchema, team: idSchema }),
  v.strictObject({ kind: v.literal('score'), round: idSchema, team: idSchema, correction: v.optional(v.boolean()) }),
  v.strictObject({ kind: v.literal('round-standings'), round: idSchema }),
  v.strictObject({ kind: v.literal('standings'), stage: idSchema, final: v.boolean() }),
  /** `team` is revealed at `place` of `of`, counted from 1 at the top; shared ranks have places of their own. */
  v.strictObject({ kind: v.literal('award'), stage: idSchema, award: idSchema }),
  v.strictObject({ kind: v.literal('qualifiers'), stage: idSchema, teams: v.array(idSchema) }),
  v.strictObject({
    kind: v.literal('ceremony'),
    stage: idSchema,
    team: idSchema,
    place: v.number(),
    of: v.number(),
    /** Where groups or categories are ranked separately: which one this is, and whether the whole ceremony begins with it. */
    category: v.optional(v.string()),
    begins: v.optional(v.boolean()),
  }),
])
export type Scene = v.InferOutput<typeof sceneSchema>
export type SceneKind = Scene['kind']
