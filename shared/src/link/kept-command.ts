/**
 * What a judge's phone keeps: the commands of its outbox, each with the answer once there is one. The schema reads them back from
 * IndexedDB, which may have been written by an older version of the page.
 */
import * as v from 'valibot'
import { decimalSchema, idSchema } from '../contest/primitives.ts'
import type { CommandOf } from '../rules/commands.ts'

const teamInRound = { round: idSchema, team: idSchema }
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const bodySchema = v.variant('type', [
  v.object({
    type: v.literal('submitSheet'),
    ...teamInRound,
    run: whole,
    revision: whole,
    marks: v.record(idSchema, decimalSchema),
  }),
  v.object({ type: v.literal('recuse'), ...teamInRound, reason: v.string() }),
  v.object({ type: v.literal('requestReopen'), ...teamInRound, reason: v.string() }),
])

/** The commands that may wait on a phone, as the page writes them. */
export type OutboxBody =
  | Omit<CommandOf<'submitSheet'>, 'id'>
  | Omit<CommandOf<'recuse'>, 'id'>
  | Omit<CommandOf<'requestReopen'>, 'id'>

const answerSchema = v.variant('state', [
  v.object({ state: v.literal('waiting') }),
  v.object({
    state: v.literal('recorded'),
    receipt: v.string(),
    commit: v.number(),
    hash: v.string(),
    /** Absent in what an older page has kept: it knew only durable answers. */
    durable: v.optional(v.boolean(), true),
  }),
  v.object({ state: v.literal('refused'), refusal: v.looseObject({ code: v.string() }) }),
])

export const keptCommandSchema = v.object({
  id: idSchema,
  /** The place in the outbox: it grows with each submission. */
  order: v.number(),
  body: bodySchema satisfies v.GenericSchema<unknown, OutboxBody>,
  answer: answerSchema,
})
export type KeptCommand = v.InferOutput<typeof keptCommandSchema>
