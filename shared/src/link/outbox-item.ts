/** One command in a judge's outbox, as screens see it. */
import type { Ack } from '../protocol/down.ts'
import type { KeptCommand, OutboxBody } from './kept-command.ts'
import type { RefusalReceived } from './transport.ts'

interface Item {
  readonly id: string
  readonly order: number
  readonly body: OutboxBody
  /** False when this device could not keep it: closing the page would lose it. */
  readonly durable: boolean
}

export type OutboxItem =
  /** Waits for a connection. */
  | (Item & { readonly state: 'stored' })
  /** On its way; nobody knows yet whether it was recorded. */
  | (Item & { readonly state: 'sending' })
  | (Item & { readonly state: 'recorded'; readonly receipt: string; readonly commit: number; readonly hash: string })
  | (Item & { readonly state: 'refused'; readonly refusal: RefusalReceived })

/** True while the hub has not answered. */
export function isWaiting(item: OutboxItem): boolean {
  return item.state === 'stored' || item.state === 'sending'
}

/** The same command, without an answer. */
export function waiting({ id, order, body, durable }: OutboxItem, state: 'stored' | 'sending'): OutboxItem {
  return { id, order, body, durable, state }
}

/** The same command, with its answer. */
export function answered({ id, order, body, durable }: OutboxItem, ack: Ack): OutboxItem {
  if (!ack.ok) return { id, order, body, durable, state: 'refused', refusal: ack.refusal }
  const { receipt, commit, hash } = ack
  return { id, order, body, durable, state: 'recorded', receipt, commit, hash }
}

export function itemOf(kept: KeptCommand, durable: boolean): OutboxItem {
  const { id, order, body, answer } = kept
  if (answer.state === 'waiting') return { id, order, body, durable, state: 'stored' }
  if (answer.state === 'refused') return { id, order, body, durable, state: 'refused', refusal: answer.refusal }
  return { id, order, body, durable, ...answer }
}

export function keptOf(item: OutboxItem): KeptCommand {
  const { id, order, body } = item
  if (item.state === 'refused') return { id, order, body, answer: { state: 'refused', refusal: item.refusal } }
  if (item.state !== 'recorded') return { id, order, body, answer: { state: 'waiting' } }
  const { receipt, commit, hash } = item
  return { id, order, body, answer: { state: 'recorded', receipt, commit, hash } }
}
