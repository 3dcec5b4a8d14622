/** What the lamp of a phone may say: one state for what was submitted and for the connection. It holds no words. */
import type { LinkStatus } from './connection-phase.ts'
import { isReceived, isWaiting, type OutboxItem } from './outbox-item.ts'

/**
 * `unstored`: waiting, and this device could not keep it. `stored`: waiting, kept on this device. `sending`: on its way.
 * `received`: the hub has it, and has not said yet that it is durable. With everything certain: `lost`, `connecting`, `barred` (the hub refuses this page), `refused` (an answer to be read),
 * `recorded` (the last one has its receipt), `empty` (connected, nothing submitted yet).
 */
export type LampState =
  | 'unstored'
  | 'stored'
  | 'sending'
  | 'received'
  | 'lost'
  | 'connecting'
  | 'barred'
  | 'refused'
  | 'recorded'
  | 'empty'

/** Rules O-22 to O-25: the least certain command speaks first, then the connection, then the best news. */
export function lampOf(items: readonly OutboxItem[], status: LinkStatus): LampState {
  const waiting = items.filter(isWaiting)
  if (waiting.some((item) => !item.keptHere)) return 'unstored'
  if (waiting.length > 0) {
    return status === 'live' && waiting.every((item) => item.state === 'sending') ? 'sending' : 'stored'
  }
  if (items.some(isReceived)) return 'received'
  if (status === 'refused') return 'barred'
  if (status !== 'live') return status
  if (items.some((item) => item.state === 'refused')) return 'refused'
  return items.length > 0 ? 'recorded' : 'empty'
}

/** The receipt of the command that was submitted last among those that are durable: `128-7F3A`. */
export function latestReceipt(items: readonly OutboxItem[]): string | null {
  let latest: string | null = null
  for (const item of items) if (item.state === 'recorded' && item.durable) latest = item.receipt
  return latest
}

export interface LampWords {
  readonly states: Readonly<Record<LampState, string>>
  readonly recordedWith: (receipt: string) => string
}

/** What the lamp says; `words` is `common.lamp` of a language. */
export function lampText(state: LampState, receipt: string | null, words: LampWords): string {
  return state === 'recorded' && receipt !== null ? words.recordedWith(receipt) : words.states[state]
}
