/**
 * The messages from the hub to a page over Socket.IO and over HTTP: one schema each, types inferred from it.
 * Pages import this file alone, so that no page carries the schemas of commands and definitions with it.
 */
import * as v from 'valibot'
import { idSchema } from '../contest/primitives.ts'

/** One entry of a view: any JSON; each app parses the keys that it draws. */
const entries = v.record(v.string(), v.unknown())
const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const commitNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The whole view as last published. `at` is hub time in ms; `hubs` are the addresses of all hubs of the contest. */
export const snapshotSchema = v.object({ version, at: v.number(), entries, hubs: v.array(v.string()) })
export type Snapshot = v.InferOutput<typeof snapshotSchema>

/** What changed in a view between two versions. */
export const deltaSchema = v.object({ from: version, to: version, set: entries, unset: v.array(v.string()) })
export type Delta = v.InferOutput<typeof deltaSchema>

/**
 * Sent every second by the hub, so that a page notices a dead connection within 3 s. `at` is hub time; `hubs` comes with the first beat
 * after a hub has begun or ended.
 */
export const beatSchema = v.object({ at: v.number(), hubs: v.optional(v.array(v.string())) })
export type Beat = v.InferOutput<typeof beatSchema>

/** Who is connected, for staff only; short-lived and never in the ledger. */
export const presenceSchema = v.object({
  seats: v.record(v.string(), v.object({ devices: v.number(), filled: v.optional(v.record(v.string(), v.number())) })),
  screens: v.array(v.object({ name: v.string(), screen: v.picklist(['stage', 'audience']) })),
  audience: v.number(),
  /** What staff must know of the hub itself; kebab-case, empty while all is well. */
  warnings: v.array(v.string()),
})
export type Presence = v.InferOutput<typeof presenceSchema>

export const goodbyeSchema = v.object({ reason: v.string(), hubs: v.array(v.string()) })

/** What a seat is told about itself after connecting and whenever it changes. */
export const seatStateSchema = v.object({
  seat: v.string(),
  roles: v.array(v.string()),
  /** False when a newer session drives the seat. */
  driving: v.boolean(),
})
export type SeatState = v.InferOutput<typeof seatStateSchema>

/**
 * Which held commands the ledger does not know (send them again), and whether a receipt lies beyond its head. Of the others those
 * up to commit `durable` are durable; without it all of them are.
 */
export const heldAnswerSchema = v.object({
  unknown: v.array(v.string()),
  behind: v.boolean(),
  durable: v.optional(commitNumber),
})
export type HeldAnswer = v.InferOutput<typeof heldAnswerSchema>

/**
 * The answer to a command: recorded, with its receipt; or refused, with the reason. Anything else is no answer. `durable: false`:
 * the ledger has received it, and a crash of its medium may still lose it; `durable` tells when that is over.
 */
export const ackSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    commit: v.number(),
    hash: v.string(),
    receipt: v.string(),
    durable: v.optional(v.literal(false)),
  }),
  v.object({ ok: v.literal(false), refusal: v.looseObject({ code: v.string() }) }),
])
export type Ack = v.InferOutput<typeof ackSchema>

/**
 * To a page that was answered `durable: false`: of its own commands everything up to this commit is durable now. It is the number
 * of one of them, so that nobody learns how much else is going on.
 */
export const durableSchema = v.object({ commit: commitNumber })

/** Messages from the hub to a page, by event name. */
export const downSchemas = {
  snapshot: snapshotSchema,
  delta: deltaSchema,
  beat: beatSchema,
  presence: presenceSchema,
  goodbye: goodbyeSchema,
  seat: seatStateSchema,
  durable: durableSchema,
} as const

/** The answer of `POST /api/join`. */
export const joinedSchema = v.object({
  session: v.string(),
  role: v.picklist(['judge', 'mc', 'secretary', 'organiser']),
  judge: v.nullable(idSchema),
  contest: idSchema,
  /** Which contest of that id it is: the hash of its commit 1. What a page keeps is kept under it. */
  history: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})
export type Joined = v.InferOutput<typeof joinedSchema>
