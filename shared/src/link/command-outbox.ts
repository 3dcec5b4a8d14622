/**
 * A judge's outbox: keeps every command on the device before it is first sent, and sends it with the same id until the hub answers.
 *
 * A command stops waiting only through an answer; a time-out or a lost connection is never told as a refusal (O-14). Recorded
 * commands stay with their receipts until certification, so that a hub restored from a backup gets back what it lost (O-18).
 */
import * as v from 'valibot'
import { ackSchema } from '../protocol/down.ts'
import type { Connection } from './connection.ts'
import { HeldReceipts } from './held-receipts.ts'
import type { OutboxBody } from './kept-command.ts'
import { KeptList } from './kept-list.ts'
import { makeId } from './make-id.ts'
import { answered, isWaiting, type OutboxItem, waiting } from './outbox-item.ts'
import type { OutboxStorage } from './outbox-storage.ts'
import type { Cancel, Entropy, Timers } from './ports.ts'
import { ANSWER_LIMIT } from './send-command.ts'

/** Refusals that tell of the hub's moment or of this session and nothing of the command, which goes on waiting (O-16). */
const passing: ReadonlySet<string> = new Set([
  'ledger-unavailable',
  'hub-stopping',
  'hub-behind',
  'too-many-requests',
  'seat-required',
  'seat-revoked',
])

export interface OutboxPorts {
  readonly connection: Pick<Connection, 'status' | 'connections' | 'durable' | 'ask' | 'subscribe'>
  readonly storage: OutboxStorage
  readonly timers: Timers
  readonly entropy: Entropy
}

export class CommandOutbox {
  /** Resolves when what the device kept has been read, or cannot be. */
  readonly ready: Promise<void>
  readonly #ports: OutboxPorts
  readonly #list: KeptList
  readonly #receipts: HeldReceipts
  /** The next sending of each command that is on its way. */
  readonly #again = new Map<string, Cancel>()
  readonly #unsubscribe: Cancel
  /** The number of the connection on which receipts and waiting commands were last sent. */
  #greeted = 0

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    this.#list = new KeptList(ports.storage, ports.timers)
    this.#receipts = new HeldReceipts(ports, this.#list, (item) => {
      this.#list.change(waiting(item, 'stored'))
      this.#send(item.id)
    })
    this.ready = this.#list.load(() => this.#greet())
    this.#unsubscribe = ports.connection.subscribe(() => this.#connectionChanged())
  }

  /** In the order of submission; replaced whole at every change. */
  get items(): readonly OutboxItem[] {
    return this.#list.items
  }

  subscribe(listener: () => void): Cancel {
    return this.#list.subscribe(listener)
  }

  /** Resolves when the command is kept on the device (or cannot be) and, with a connection, on its way. */
  async submit(body: OutboxBody): Promise<void> {
    await this.ready
    const id = makeId(this.#ports.entropy)
    await this.#list.add(id, body)
    this.#send(id)
  }

  /** Takes a refused command off the list, once its reason was read. */
  dismiss(id: string): void {
    this.#list.forget((item) => item.id === id && item.state === 'refused')
  }

  /** The results of these rounds are certified: their receipts need not be held any longer, except of what is not durable yet. */
  forgetRounds(rounds: ReadonlySet<string>): void {
    this.#list.forget((item) => item.state === 'recorded' && item.durable && rounds.has(item.body.round))
  }

  close(): void {
    this.#unsubscribe()
    this.#receipts.close()
    for (const cancel of this.#again.values()) cancel()
    this.#again.clear()
  }

  #connectionChanged(): void {
    const { status, connections } = this.#ports.connection
    if (status !== 'live') {
      for (const item of this.items) if (item.state === 'sending') this.#putBack(item)
    } else if (connections !== this.#greeted) {
      this.#greeted = connections
      this.#greet()
    } else this.#receipts.look()
  }

  /** What every connection begins with: the receipts that are held, and all that waits. */
  #greet(): void {
    this.#receipts.greet()
    for (const item of this.items) if (isWaiting(item)) this.#send(item.id)
  }

  #putBack(item: OutboxItem): void {
    this.#calm(item.id)
    this.#list.show(waiting(item, 'stored'))
  }

  /** Sends one command, and again every 8 s, until it waits no longer or the connection is gone. */
  #send(id: string): void {
    const item = this.#list.find(id)
    if (item === undefined || !isWaiting(item) || this.#ports.connection.status !== 'live') return
    this.#later(id, ANSWER_LIMIT, () => this.#send(id))
    this.#list.show(waiting(item, 'sending'))
    void this.#ports.connection.ask('command', { ...item.body, id }).then((answer) => {
      if (answer.kind === 'answered') this.#answered(id, answer.body)
    })
  }

  #answered(id: string, body: unknown): void {
    const ack = v.safeParse(ackSchema, body)
    const item = this.#list.find(id)
    // What cannot be read is no answer, and the second answer to what was sent twice says nothing new.
    if (!ack.success || item === undefined || !isWaiting(item)) return
    if (!ack.output.ok && passing.has(ack.output.refusal.code)) {
      const { seconds } = ack.output.refusal
      if (typeof seconds === 'number') this.#later(id, seconds * 1000, () => this.#send(id))
      return
    }
    this.#calm(id)
    this.#list.change(answered(item, ack.output))
    this.#receipts.answered(id)
  }

  #later(id: string, ms: number, action: () => void): void {
    this.#calm(id)
    this.#again.set(id, this.#ports.timers.after(ms, action))
  }

  #calm(id: string): void {
    this.#again.get(id)?.()
    this.#again.delete(id)
  }
}
