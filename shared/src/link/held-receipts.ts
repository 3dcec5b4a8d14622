/**
 * The receipts that a phone holds, and what the hub makes of them. Every connection begins with them: what the hub does not know is
 * sent again (O-18), and of what it knows it says what is durable (O-35). It trusts a hub's word only about commands that this hub
 * has spoken of on this connection: commit numbers of a history that was lost say nothing about the one that took its place.
 */
import * as v from 'valibot'
import { heldAnswerSchema } from '../protocol/down.ts'
import type { Held } from '../protocol/up.ts'
import type { Connection } from './connection.ts'
import type { KeptList } from './kept-list.ts'
import { isReceived, type OutboxItem, type RecordedItem } from './outbox-item.ts'
import type { Cancel, Timers } from './ports.ts'
import { ANSWER_LIMIT } from './send-command.ts'

/** Receipts in one `held` message; a judge's whole contest is a few hundred. */
const HELD_AT_ONCE = 200

export interface ReceiptPorts {
  readonly connection: Pick<Connection, 'status' | 'durable' | 'ask'>
  readonly timers: Timers
}

export class HeldReceipts {
  readonly #ports: ReceiptPorts
  readonly #list: KeptList
  readonly #sendAgain: (item: RecordedItem) => void
  /** The commands that the hub of this connection has answered, or knows. */
  readonly #known = new Set<string>()
  #again: Cancel | null = null

  /** `sendAgain` takes what the ledger has lost. */
  constructor(ports: ReceiptPorts, list: KeptList, sendAgain: (item: RecordedItem) => void) {
    this.#ports = ports
    this.#list = list
    this.#sendAgain = sendAgain
  }

  /** A connection has begun. */
  greet(): void {
    this.#known.clear()
    void this.#tell()
  }

  /** The hub has answered a command on this connection. */
  answered(id: string): void {
    this.#known.add(id)
    this.look()
  }

  /** Takes in what the hub has said to be durable. */
  look(): void {
    for (const item of this.#list.items) {
      if (this.#known.has(item.id)) this.#believe(item, this.#ports.connection.durable)
    }
  }

  close(): void {
    this.#again?.()
  }

  /** Tells the hub which commands were recorded, until it has answered. */
  async #tell(): Promise<void> {
    this.close()
    const { connection, timers } = this.#ports
    const held: Held = []
    for (const item of this.#list.items) {
      if (item.state === 'recorded') held.push({ id: item.id, commit: item.commit, hash: item.hash })
    }
    if (held.length === 0 || connection.status !== 'live') return
    this.#again = timers.after(ANSWER_LIMIT, () => void this.#tell())
    let heard = true
    for (let from = 0; from < held.length; from += HELD_AT_ONCE) {
      const asked = held.slice(from, from + HELD_AT_ONCE)
      const answer = await connection.ask('held', asked)
      const told = v.safeParse(heldAnswerSchema, answer.kind === 'answered' ? answer.body : undefined)
      if (told.success) this.#heard(asked, new Set(told.output.unknown), told.output.durable)
      heard &&= told.success
    }
    if (heard) this.close()
  }

  #heard(asked: Held, unknown: ReadonlySet<string>, durable = Number.POSITIVE_INFINITY): void {
    for (const { id, hash } of asked) {
      const item = this.#list.find(id)
      if (item?.state !== 'recorded' || item.hash !== hash) continue
      if (unknown.has(id)) this.#sendAgain(item)
      else {
        this.#known.add(id)
        this.#believe(item, durable)
      }
    }
    this.look()
  }

  /** Everything up to commit `durable` is durable. */
  #believe(item: OutboxItem, durable: number): void {
    if (isReceived(item) && item.commit <= durable) this.#list.change({ ...item, durable: true })
  }
}
