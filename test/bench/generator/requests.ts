/** What the benchmark asks of a generator's process, and what it is answered: one schema each. */
import * as v from 'valibot'

export const requestSchema = v.variant('type', [
  /** Opens one connection for each handshake, as a group. Answered when all are welcomed. */
  v.object({
    type: v.literal('connect'),
    id: v.number(),
    group: v.string(),
    url: v.string(),
    auths: v.array(v.string()),
  }),
  v.object({ type: v.literal('close'), id: v.number(), group: v.string() }),
  /** Every connection of the group submits a sheet for each performance, the next when the one before is answered. */
  v.object({ type: v.literal('submit'), id: v.number(), group: v.string(), performances: v.array(v.string()) }),
  /** The connections of the group submit one after the other at a steady rate, while the screen looks on. */
  v.object({
    type: v.literal('steady'),
    id: v.number(),
    group: v.string(),
    screen: v.string(),
    perSecond: v.number(),
    place: v.string(),
  }),
  /** Sends the commands one by one and waits each time until every viewer was told. */
  v.object({
    type: v.literal('tell'),
    id: v.number(),
    group: v.string(),
    viewers: v.string(),
    everyMs: v.number(),
    commands: v.array(v.record(v.string(), v.string())),
  }),
])
export type Request = v.InferOutput<typeof requestSchema>

const answers = {
  connect: v.object({ connections: v.number() }),
  close: v.object({ connections: v.number() }),
  /** `latencies`: ms from sending to acknowledgement. */
  submit: v.object({ seconds: v.number(), latencies: v.array(v.number()), refused: v.number() }),
  /** `acks` and `screens`: ms from sending to acknowledgement, and to the screen that counts the sheet. */
  steady: v.object({ acks: v.array(v.number()), screens: v.array(v.number()) }),
  /** Seconds from the acknowledgement of each command until the last viewer was told. */
  tell: v.object({ seconds: v.array(v.number()) }),
} as const
export type RequestType = keyof typeof answers
export type AnswerTo<Type extends RequestType> = v.InferOutput<(typeof answers)[Type]>

export function parseAnswer<Type extends RequestType>(type: Type, answer: unknown): AnswerTo<Type> {
  return v.parse(answers[type], answer)
}

export const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), id: v.number(), answer: v.unknown() }),
  v.object({ ok: v.literal(false), id: v.number(), reason: v.string() }),
])

type Distribute<R> = R extends Request ? Omit<R, 'id'> : never
/** A request before it has its number. */
export type Asked = Distribute<Request>
