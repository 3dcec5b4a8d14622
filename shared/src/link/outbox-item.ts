/** One command in a judge's outbox, as screens see it. */
import type { Ack } from '../protocol/down.ts'
import type { KeptCommand, OutboxBody } from './kept-command.ts'
import type { RefusalReceived } from './transport.ts'

interface Item {
  readonly id: string
  readonly order: number
  readonly body: OutboxBody
  /** False when this device could not keep it: closing the page would lose it. */
  readonly keptHere: boolean
}

type Recorded = Item & {
  readonly state: 'recorded'
  readonly receipt: string
  readonly commit: number
  readonly hash: string
}
/** The hub has received it: a crash of its medium could still lose it. */
type ReceivedItem = Recorded & { readonly durable: false }
type DurableItem = Recorded & { readonly durable: true }
export type RecordedItem = ReceivedItem | DurableItem

export type OutboxItem =
  /** Waits for a connection. */
  | (Item & { readonly state: 'stored' })
  /** On its way; nobody knows yet whether it was recorded. */
  | (Item & { readonly state: 'sending' })
  | RecordedItem
  | (Item & { readonly state: 'refused'; readonly refusal: RefusalReceived })

/** True while the hub has not answered. */
export function isWaiting(item: OutboxItem): boolean {
  return item.state === 'stored' || item.state === 'sending'
}

/** True while the hub has received it and nobody knows yet that it is durable. */
export function isReceived(item: OutboxItem): item is ReceivedItem {
  return item.state === 'recorded' && !item.durable
}

/** The same command, without an answer. */
export function waiting({ id, order, body, keptHere }: OutboxItem, state: 'stored' | 'sending'): OutboxItem {
  return { id, order, body, keptHere, state }
}

/** The same command, with its answer. */
export function answered({ id, order, body, keptHere }: OutboxItem, ack: Ack): OutboxItem {
  if (!ack.ok) return { id, order, body, keptHere, state: 'refused', refusal: ack.refusal }
  const { receipt, commit, hash, durable = true } = ack
  return { id, order, body, keptHere, state: 'recorded', receipt, commit, hash, durable }
}

export function itemOf(kept: KeptCommand, keptHere: boolean): OutboxItem {
  const { id, order, body, answer } = kept
  if (answer.state === 'waiting') return { id, order, body, keptHere, state: 'stored' }
  if (answer.state === 'refused') return { id, order, body, keptHere, state: 'refused', refusal: answer.refusal }
  return { id, order, body, keptHere, ...answer }
}

export function keptOf(item: OutboxItem): KeptCommand {
  const { id, order, body } = item
  if (item.state === 'refused') return { id, order, body, answer: { state: 'refused', refusal: item.refusal } }
  if (item.state !== 'recorded') return { id, order, body, answer: { state: 'waiting' } }
  const { receipt, commit, hash, durable } = item
  return { id, order, body, answer: { state: 'recorded', receipt, commit, hash, durable } }
}
