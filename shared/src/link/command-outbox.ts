/**
 * A judge's outbox: keeps every command on the device before it is first sent, and sends it with the same id until the hub answers.
 *
 * A command stops waiting only through an answer; a time-out or a lost connection is never told as a refusal (O-14). Recorded
 * commands stay with their receipts until certification, so that a hub restored from a backup gets back what it lost (O-18).
 */
import * as v from 'valibot'
import { ackSchema, heldAnswerSchema } from '../protocol/down.ts'
import type { Held } from '../protocol/up.ts'
import type { Connection } from './connection.ts'
import type { KeptCommand, OutboxBody } from './kept-command.ts'
import { makeId } from './make-id.ts'
import { isWaiting, itemOf, keptOf, type OutboxItem } from './outbox-item.ts'
import type { OutboxStorage } from './outbox-storage.ts'
import type { Cancel, Entropy, Timers } from './ports.ts'
import { ANSWER_LIMIT } from './send-command.ts'
import { withinLimit } from './within-limit.ts'

/** How long the device may take to keep a command before it is sent unkept, in ms: some browsers never answer at all. */
const STORAGE_LIMIT = 2_000
/** Receipts in one `held` message; a judge's whole contest is a few hundred. */
const HELD_AT_ONCE = 200
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
  readonly connection: Pick<Connection, 'status' | 'connections' | 'ask' | 'subscribe'>
  readonly storage: OutboxStorage
  readonly timers: Timers
  readonly entropy: Entropy
}

export class CommandOutbox {
  /** Resolves when what the device kept has been read, or cannot be. */
  readonly ready: Promise<void>
  readonly #ports: OutboxPorts
  readonly #listeners = new Set<() => void>()
  /** The next sending of each command that is on its way, and of the receipts (by the empty id). */
  readonly #again = new Map<string, Cancel>()
  readonly #unsubscribe: Cancel
  #items: readonly OutboxItem[] = []
  #lastOrder = 0
  /** The number of the connection on which receipts and waiting commands were last sent. */
  #greeted = 0

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    this.ready = this.#restore()
    this.#unsubscribe = ports.connection.subscribe(() => this.#connectionChanged())
  }

  /** In the order of submission; replaced whole at every change. */
  get items(): readonly OutboxItem[] {
    return this.#items
  }

  subscribe(listener: () => void): Cancel {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves when the command is kept on the device (or cannot be) and, with a connection, on its way. */
  async submit(body: OutboxBody): Promise<void> {
    await this.ready
    this.#lastOrder = Math.max(this.#lastOrder + 1, this.#ports.timers.now())
    const kept: KeptCommand = {
      id: makeId(this.#ports.entropy),
      order: this.#lastOrder,
      body,
      answer: { state: 'waiting' },
    }
    const putting = this.#ports.storage.put(kept)
    const outcome = await withinLimit(putting, STORAGE_LIMIT, this.#ports.timers)
    this.#setItems([...this.#items, itemOf(kept, outcome.kind === 'done')])
    this.#send(kept.id)
    if (outcome.kind === 'late') this.#hopeFor(kept.id, putting)
  }

  /** Takes a refused command off the list, once its reason was read. */
  dismiss(id: string): void {
    this.#forget((item) => item.id === id && item.state === 'refused')
  }

  /** The results of these rounds are certified: their receipts need not be held any longer. */
  forgetRounds(rounds: ReadonlySet<string>): void {
    this.#forget((item) => item.state === 'recorded' && rounds.has(item.body.round))
  }

  close(): void {
    this.#unsubscribe()
    for (const cancel of this.#again.values()) cancel()
    this.#again.clear()
  }

  async #restore(): Promise<void> {
    const restoring = this.#ports.storage.load().then((kept) => this.#merge(kept))
    await withinLimit(restoring, STORAGE_LIMIT, this.#ports.timers)
    this.#connectionChanged()
  }

  /** What was kept may come late, on a slow phone even after the first submission. */
  #merge(kept: readonly KeptCommand[]): void {
    const items = [...kept.map((one) => itemOf(one, true)), ...this.#items]
    this.#setItems(items.sort((one, other) => one.order - other.order))
    this.#lastOrder = Math.max(this.#lastOrder, this.#items.at(-1)?.order ?? 0)
    if (this.#greeted > 0) this.#greet()
  }

  /** A device that was slow to keep the command may still do it. */
  #hopeFor(id: string, putting: Promise<void>): void {
    putting.then(
      () => this.#change(id, (item) => ({ ...item, durable: true })),
      () => this.#change(id, (item) => ({ ...item, durable: false })),
    )
  }

  #connectionChanged(): void {
    const { status, connections } = this.#ports.connection
    if (status !== 'live') {
      for (const item of this.#items) if (item.state === 'sending') this.#wait(item.id)
    } else if (connections !== this.#greeted) {
      this.#greeted = connections
      this.#greet()
    }
  }

  /** What every connection begins with: the receipts that are held, and all that waits. */
  #greet(): void {
    void this.#sendHeld()
    for (const item of this.#items) if (isWaiting(item)) this.#send(item.id)
  }

  #wait(id: string): void {
    this.#calm(id)
    this.#change(id, ({ id, order, body, durable }) => ({ id, order, body, durable, state: 'stored' }))
  }

  /** Sends one command, and again every 8 s, until it waits no longer or the connection is gone. */
  #send(id: string): void {
    const item = this.#items.find((one) => one.id === id)
    if (item === undefined || !isWaiting(item) || this.#ports.connection.status !== 'live') return
    this.#later(id, ANSWER_LIMIT, () => this.#send(id))
    this.#change(id, ({ id, order, body, durable }) => ({ id, order, body, durable, state: 'sending' }))
    void this.#ports.connection.ask('command', { ...item.body, id }).then((answer) => {
      if (answer.kind === 'answered') this.#answered(id, answer.body)
    })
  }

  #answered(id: string, body: unknown): void {
    const ack = v.safeParse(ackSchema, body)
    const item = this.#items.find((one) => one.id === id)
    // What cannot be read is no answer, and the second answer to what was sent twice says nothing new.
    if (!ack.success || item === undefined || !isWaiting(item)) return
    if (!ack.output.ok && passing.has(ack.output.refusal.code)) {
      const { seconds } = ack.output.refusal
      if (typeof seconds === 'number') this.#later(id, seconds * 1000, () => this.#send(id))
      return
    }
    this.#calm(id)
    const { order, durable } = item
    const answered: OutboxItem = ack.output.ok
      ? { id, order, body: item.body, durable, state: 'recorded', ...receiptOf(ack.output) }
      : { id, order, body: item.body, durable, state: 'refused', refusal: ack.output.refusal }
    this.#change(id, () => answered)
    void this.#keep(answered)
  }

  /** Tells the hub which commands were recorded; what it does not know is sent again (O-18). */
  async #sendHeld(): Promise<void> {
    const held: Held = []
    for (const item of this.#items) {
      if (item.state === 'recorded') held.push({ id: item.id, commit: item.commit, hash: item.hash })
    }
    if (held.length === 0 || this.#ports.connection.status !== 'live') return
    this.#later('', ANSWER_LIMIT, () => void this.#sendHeld())
    let heard = true
    for (let from = 0; from < held.length; from += HELD_AT_ONCE) {
      const answer = await this.#ports.connection.ask('held', held.slice(from, from + HELD_AT_ONCE))
      const told = v.safeParse(heldAnswerSchema, answer.kind === 'answered' ? answer.body : undefined)
      if (told.success) for (const id of told.output.unknown) this.#sendAgain(id)
      heard &&= told.success
    }
    if (heard) this.#calm('')
  }

  #sendAgain(id: string): void {
    const item = this.#items.find((one) => one.id === id)
    if (item?.state !== 'recorded') return
    this.#wait(id)
    void this.#keep({ ...item, state: 'stored' })
    this.#send(id)
  }

  #later(id: string, ms: number, action: () => void): void {
    this.#calm(id)
    this.#again.set(id, this.#ports.timers.after(ms, action))
  }

  #calm(id: string): void {
    this.#again.get(id)?.()
    this.#again.delete(id)
  }

  /** Writes the latest state. If that fails, the next start sends the command again, and its first answer comes back. */
  #keep(item: OutboxItem): Promise<unknown> {
    return withinLimit(this.#ports.storage.put(keptOf(item)), STORAGE_LIMIT, this.#ports.timers)
  }

  #forget(which: (item: OutboxItem) => boolean): void {
    const ids = this.#items.filter(which).map((item) => item.id)
    if (ids.length === 0) return
    this.#setItems(this.#items.filter((item) => !ids.includes(item.id)))
    void withinLimit(this.#ports.storage.remove(ids), STORAGE_LIMIT, this.#ports.timers)
  }

  #change(id: string, change: (item: OutboxItem) => OutboxItem): void {
    this.#setItems(this.#items.map((item) => (item.id === id ? change(item) : item)))
  }

  #setItems(items: readonly OutboxItem[]): void {
    this.#items = items
    for (const listener of [...this.#listeners]) listener()
  }
}

function receiptOf(ack: { receipt: string; commit: number; hash: string }) {
  return { receipt: ack.receipt, commit: ack.commit, hash: ack.hash }
}
