/**
 * The messages from a page to the hub over Socket.IO and over HTTP: one schema each, types inferred from it.
 * Commands stand in `rules/commands.ts`. `resync` and `clock` go up without a body.
 */
import * as v from 'valibot'
import { idSchema } from '../contest/primitives.ts'
import { commandSchema } from '../rules/commands.ts'
import { protocolVersion } from './version.ts'

/** What a page says of itself when it connects. Without a session it belongs to the hall. */
export const handshakeSchema = v.strictObject({
  protocol: v.literal(protocolVersion),
  contest: idSchema,
  session: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,64}$/))),
  /** `stage`: a projector, told of everything within 50 ms; `audience`: a phone in the hall. */
  screen: v.optional(v.picklist(['stage', 'audience']), 'audience'),
  name: v.optional(v.pipe(v.string(), v.maxLength(40))),
})
export type Handshake = v.InferInput<typeof handshakeSchema>

/** The acknowledged commands that a phone still holds: id, commit number and hash from the receipt. */
export const heldSchema = v.pipe(
  v.array(v.strictObject({ id: idSchema, commit: v.number(), hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
  v.maxLength(2000),
)
export type Held = v.InferOutput<typeof heldSchema>
/** How many criteria a judge has filled: a count for staff, never a value. */
export const draftSchema = v.strictObject({
  round: idSchema,
  team: idSchema,
  filled: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(40)),
})
export type Draft = v.InferOutput<typeof draftSchema>

/** Messages from a page to the hub, by event name. */
export const upSchemas = { command: commandSchema, held: heldSchema, draft: draftSchema } as const
/** `POST /api/join`: a link's code for a session. A code that is cut short is an unknown link, not a malformed request. */
export const joinSchema = v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)) })
/** `POST /api/contests/:id/seats`. */
export const seatRequestSchema = v.strictObject({
  role: v.picklist(['judge', 'mc', 'secretary', 'organiser']),
  judge: v.optional(idSchema),
})
