/**
 * A command of the staff: sent once, while the connection is live, and waited for. Staff commands never wait in an outbox, because a
 * cue that fires a minute late is worse than one that did not fire. A time-out is never told as a refusal.
 */
import * as v from 'valibot'
import { ackSchema } from '../protocol/down.ts'
import type { CommandBody } from '../rules/commands.ts'
import type { Connection } from './connection.ts'
import { makeId } from './make-id.ts'
import type { Entropy, Timers } from './ports.ts'
import type { RefusalReceived } from './transport.ts'

export type SendOutcome =
  /** Done. Where it is not `durable` yet, `whenDurable` tells when it is. */
  | { readonly kind: 'recorded'; readonly receipt: string; readonly commit: number; readonly durable: boolean }
  | { readonly kind: 'refused'; readonly refusal: RefusalReceived }
  /** Nothing was sent. */
  | { readonly kind: 'no-connection' }
  /** It may or may not have been recorded; `retry` asks again with the same id, so that it happens at most once. */
  | { readonly kind: 'no-answer'; readonly retry: () => Promise<SendOutcome> }

/** How long an answer may take, in ms. A hub at work answers within some tens. */
export const ANSWER_LIMIT = 8_000

export interface CommandPorts {
  readonly connection: Pick<Connection, 'status' | 'ask'>
  readonly timers: Timers
  readonly entropy: Entropy
}

type WatchedConnection = Pick<Connection, 'status' | 'connections' | 'durable' | 'subscribe'>

export function sendCommand(body: CommandBody, ports: CommandPorts): Promise<SendOutcome> {
  if (ports.connection.status !== 'live') return Promise.resolve({ kind: 'no-connection' })
  return attempt({ ...body, id: makeId(ports.entropy) }, ports)
}

async function attempt(command: CommandBody & { id: string }, ports: CommandPorts): Promise<SendOutcome> {
  const body = await answerWithin(ports.connection.ask('command', command), ports.timers)
  const ack = v.safeParse(ackSchema, body)
  if (!ack.success) return { kind: 'no-answer', retry: () => attempt(command, ports) }
  if (!ack.output.ok) return { kind: 'refused', refusal: ack.output.refusal }
  const { receipt, commit, durable = true } = ack.output
  return { kind: 'recorded', receipt, commit, durable }
}

/** Resolves with true when the hub says that the command is durable, with false when the connection ends before: then nobody knows. */
export function whenDurable(commit: number, connection: WatchedConnection): Promise<boolean> {
  const { connections } = connection
  return new Promise((resolve) => {
    const look = () => {
      const isOver = connection.status !== 'live' || connection.connections !== connections
      if (!isOver && connection.durable < commit) return false
      resolve(!isOver)
      return true
    }
    if (look()) return
    const stop = connection.subscribe(() => {
      if (look()) stop()
    })
  })
}

/** The body of the answer; undefined when there is none in time. */
function answerWithin(asked: ReturnType<Connection['ask']>, timers: Timers): Promise<unknown> {
  return new Promise((resolve) => {
    const cancel = timers.after(ANSWER_LIMIT, () => resolve(undefined))
    void asked.then((answer) => {
      cancel()
      resolve(answer.kind === 'answered' ? answer.body : undefined)
    })
  })
}
