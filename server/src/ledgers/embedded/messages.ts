/**
 * What the main thread and the storage thread say to each other: lists of requests, and of answers. Every request has an id and gets
 * exactly one answer with the same id, in order. Commits travel as parallel arrays of strings: cloning an object per commit would cost
 * the event loop more than everything else an append does there.
 */
import * as v from 'valibot'
import { unavailableReasons } from '../errors.ts'

const id = v.number()
const head = v.object({ number: v.number(), hash: v.string() })

const requestSchema = v.variant('type', [
  v.object({
    type: v.literal('append'),
    id,
    contest: v.string(),
    after: head,
    /** Also where the contest is marked as moved. */
    bringIn: v.boolean(),
    count: v.number(),
    hashes: v.string(),
    lines: v.string(),
  }),
  v.object({ type: v.literal('read'), id, contest: v.string(), after: v.number() }),
  v.object({ type: v.literal('head'), id, contest: v.string() }),
  v.object({ type: v.literal('contests'), id }),
  v.object({ type: v.literal('mark-moved'), id, contest: v.string(), to: v.nullable(v.string()) }),
  v.object({ type: v.literal('moved'), id }),
  v.object({ type: v.literal('settings'), id }),
  v.object({ type: v.literal('close'), id }),
])
export type Request = v.InferOutput<typeof requestSchema>
export const requestsSchema = v.array(requestSchema)

const settings = v.object({
  /** The version of the tables that are in the file. */
  schema: v.number(),
  journalMode: v.string(),
  /** 2 is FULL: COMMIT returns after the write-ahead log is on the disk. */
  synchronous: v.number(),
  fullfsync: v.number(),
  checkpointFullfsync: v.number(),
})
export type Settings = v.InferOutput<typeof settings>

const answerSchema = v.variant('type', [
  v.object({ type: v.literal('appended'), id }),
  v.object({ type: v.literal('stale'), id, head }),
  v.object({ type: v.literal('contest-moved'), id, contest: v.string(), to: v.string() }),
  v.object({
    type: v.literal('chunk'),
    id,
    numbers: v.array(v.number()),
    hashes: v.array(v.string()),
    lines: v.array(v.string()),
  }),
  v.object({ type: v.literal('head'), id, head }),
  v.object({ type: v.literal('contests'), id, contests: v.array(v.string()) }),
  v.object({ type: v.literal('marked'), id }),
  v.object({ type: v.literal('moved'), id, moved: v.map(v.string(), v.string()) }),
  v.object({ type: v.literal('settings'), id, settings }),
  v.object({ type: v.literal('closed'), id }),
  v.object({
    type: v.literal('unavailable'),
    id,
    reason: v.picklist(unavailableReasons),
    outcome: v.picklist(['none', 'unknown']),
    cause: v.string(),
  }),
  v.object({ type: v.literal('too-new'), id, found: v.number(), known: v.number() }),
])
export type Answer = v.InferOutput<typeof answerSchema>
/** The answers of these types. */
export type AnswerOf<Type extends Answer['type']> = Extract<Answer, { type: Type }>
export const answersSchema = v.array(answerSchema)

/** What the storage thread is started with. */
export const startSchema = v.object({
  folder: v.string(),
  commitsPerChunk: v.number(),
  charactersPerChunk: v.number(),
})
export type Start = v.InferOutput<typeof startSchema>

type Distribute<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never
/** A request or an answer before it has its id. */
export type Unnumbered<Message extends { id: number }> = Distribute<Message>
