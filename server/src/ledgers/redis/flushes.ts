/**
 * When what Redis has received is durable: on its disk, and where there are replicas on one of them.
 *
 * With `appendfsync everysec` Redis tells no number up to which it has flushed. But three looks prove it: one that sees everything written
 * and no flush under way; one more than a second of Redis' own time later, by which it has begun another; and one that sees that
 * one over. Each answer shows that Redis was running when it was given. It never counts on this machine's clock.
 */
import type { Redis } from 'ioredis'
import { LedgerClosed } from '../errors.ts'
import { type Flushing, fieldsOf } from './condition.ts'
import { type Client, mastersOf } from './connect.ts'
import { hasCopy } from './has-copy.ts'

/** Between two looks, in ms. */
const lookMs = 250
/** Redis begins a flush when the second has changed since the last; more than one second of its time has passed by then, in ms. */
const roundMs = 2100
interface Wait {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** How far a master has come with what is waited for. */
type Stage =
  | { readonly kind: 'unwritten' }
  | { readonly kind: 'written'; readonly at: number }
  | { readonly kind: 'begun' }

export interface FlushPorts {
  readonly client: Client
  readonly flushing: () => Flushing
  /** See `hasCopy`. */
  readonly replicas: () => number | null
  /** Grows with every new connection: behind it may be a server that knows less. */
  readonly connection: () => number
  /** Whether everything that was appended or read is still there. */
  readonly isAllThere: () => Promise<boolean>
}

export class Flushes {
  readonly #ports: FlushPorts
  /** Those whom the present looks are for, and those who came after these began. */
  #batch: Wait[] = []
  #next: Wait[] = []
  /** The connection over which everything was seen to be there. */
  #seenOver: number
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(ports: FlushPorts) {
    this.#ports = ports
    this.#seenOver = ports.connection()
  }

  flushed(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#next.push({ resolve, reject })
      if (this.#batch.length === 0 && this.#next.length === 1) void this.#see()
    })
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    for (const { reject } of [...this.#batch, ...this.#next]) reject(new LedgerClosed('the ledger is closed'))
  }

  /** Sees one batch after the other through. */
  async #see(): Promise<void> {
    while (this.#next.length > 0 && !this.#isClosed) {
      this.#batch = this.#next
      this.#next = []
      while (!(this.#isClosed || (await this.#isFlushed()))) await this.#pause()
      if (this.#isClosed) return
      for (const { resolve } of this.#batch) resolve()
      this.#batch = []
    }
  }

  /** False when it must be seen anew: the connection is gone, or what was appended is. */
  async #isFlushed(): Promise<boolean> {
    const { client, connection, isAllThere } = this.#ports
    const over = connection()
    try {
      if (over !== this.#seenOver && !(await isAllThere())) return false
      this.#seenOver = over
      await Promise.all(mastersOf(client).map((master) => this.#seeOne(master)))
      return connection() === over
    } catch (error) {
      // Only the connection can fail here, and it comes back by itself.
      if (error instanceof Error) return false
      throw error
    }
  }

  async #seeOne(master: Redis): Promise<void> {
    let stage: Stage | 'flushed' = { kind: 'unwritten' }
    while (!this.#isClosed) {
      stage = await this.#look(master, stage)
      if (stage === 'flushed') return
      await this.#pause()
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#timer = setTimeout(resolve, lookMs)
    })
  }

  async #look(master: Redis, stage: Stage): Promise<Stage | 'flushed'> {
    const flushing = this.#ports.flushing()
    if (!(await hasCopy(master, this.#ports.replicas()))) return stage
    if (flushing === 'always') return 'flushed'
    if (flushing === 'none') return { kind: 'unwritten' }
    const told = fieldsOf(await master.info('persistence'))
    const isIdle = told.get('aof_pending_bio_fsync') === '0' && told.get('aof_last_write_status') === 'ok'
    if (stage.kind === 'begun') return isIdle ? 'flushed' : stage
    const now = await timeOf(master)
    if (stage.kind === 'written') return now >= stage.at + roundMs ? { kind: 'begun' } : stage
    return isIdle && told.get('aof_buffer_length') === '0' ? { kind: 'written', at: now } : stage
  }
}

/** Redis' own time in ms. */
export async function timeOf(master: Redis): Promise<number> {
  const [seconds, microseconds] = await master.time()
  return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000)
}
