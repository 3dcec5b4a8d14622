/**
 * The commands of an outbox in memory and on the device. What the device cannot keep, or not in time, stays in memory and is marked;
 * nothing waits for storage longer than its limit. It sends nothing.
 */
import type { KeptCommand, OutboxBody } from './kept-command.ts'
import { Listeners } from './listeners.ts'
import { itemOf, keptOf, type OutboxItem } from './outbox-item.ts'
import type { OutboxStorage } from './outbox-storage.ts'
import type { Cancel, Timers } from './ports.ts'
import { withinLimit } from './within-limit.ts'

/** How long the device may take, in ms: some browsers never answer at all. */
const STORAGE_LIMIT = 2_000

export class KeptList {
  readonly #storage: OutboxStorage
  readonly #timers: Timers
  readonly #listeners = new Listeners()
  #items: readonly OutboxItem[] = []
  #lastOrder = 0

  constructor(storage: OutboxStorage, timers: Timers) {
    this.#storage = storage
    this.#timers = timers
  }

  /** In the order of submission; replaced whole at every change. */
  get items(): readonly OutboxItem[] {
    return this.#items
  }

  subscribe(listener: () => void): Cancel {
    return this.#listeners.add(listener)
  }

  find(id: string): OutboxItem | undefined {
    return this.#items.find((item) => item.id === id)
  }

  /** Reads what the device kept. Resolves in time; what comes later is still taken in, and `onLoaded` called then. */
  async load(onLoaded: () => void): Promise<void> {
    const loading = this.#storage.load().then((kept) => {
      const items = [...kept.map((one) => itemOf(one, true)), ...this.#items]
      this.#set(items.sort((one, other) => one.order - other.order))
      this.#lastOrder = Math.max(this.#lastOrder, ...kept.map(({ order }) => order))
      onLoaded()
    })
    await withinLimit(loading, STORAGE_LIMIT, this.#timers)
  }

  /** Keeps a new command, and only then lists it. */
  async add(id: string, body: OutboxBody): Promise<void> {
    this.#lastOrder = Math.max(this.#lastOrder + 1, this.#timers.now())
    const kept: KeptCommand = { id, order: this.#lastOrder, body, answer: { state: 'waiting' } }
    const putting = this.#storage.put(kept)
    const outcome = await withinLimit(putting, STORAGE_LIMIT, this.#timers)
    this.#set([...this.#items, itemOf(kept, outcome.kind === 'done')])
    if (outcome.kind === 'late') this.#hopeFor(id, putting)
  }

  /** Shows a change that the device need not know: whether a waiting command is on its way. */
  show(item: OutboxItem): void {
    this.#set(this.#items.map((one) => (one.id === item.id ? item : one)))
  }

  /** Shows a change and keeps it. If keeping fails, the next start sends the command again, and its first answer comes back. */
  change(item: OutboxItem): void {
    this.show(item)
    void withinLimit(this.#storage.put(keptOf(item)), STORAGE_LIMIT, this.#timers)
  }

  forget(which: (item: OutboxItem) => boolean): void {
    const ids = this.#items.filter(which).map((item) => item.id)
    if (ids.length === 0) return
    this.#set(this.#items.filter((item) => !ids.includes(item.id)))
    void withinLimit(this.#storage.remove(ids), STORAGE_LIMIT, this.#timers)
  }

  /** A device that was slow to keep a command may still do it. */
  #hopeFor(id: string, putting: Promise<void>): void {
    const settle = (keptHere: boolean) => {
      const item = this.find(id)
      if (item !== undefined) this.show({ ...item, keptHere })
    }
    putting.then(
      () => settle(true),
      () => settle(false),
    )
  }

  #set(items: readonly OutboxItem[]): void {
    this.#items = items
    this.#listeners.tell()
  }
}
