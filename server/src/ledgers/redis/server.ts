/**
 * The Redis behind a ledger: its connection, what it promises now, and when what it has received is durable. It knows no commits but
 * their heads.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import { Cluster } from 'ioredis'
import type { Kept } from '../ledger.ts'
import { type Condition, conditionOf } from './condition.ts'
import { type Client, mastersOf, reconnect, whenReady } from './connect.ts'
import { Flushes, timeOf } from './flushes.ts'
import { hasCopy } from './has-copy.ts'
import { ledgerKey } from './keys.ts'

/** How long a connection may take to come back before what needs it is refused, in ms. */
const comeBackMs = 1000

export interface ServerOptions {
  /** Between two questions what it promises, in ms. */
  readonly everyMs: number
  /** True where replicas belong to it, whether they are there now or not. */
  readonly hasReplicas: boolean
}

export class Server {
  readonly client: Client
  readonly #flushes: Flushes
  readonly #timer: NodeJS.Timeout
  /** By contest the last commit that was seen in it. */
  readonly #heads = new Map<string, Head>()
  #condition: Condition
  #connection = 1
  /**
   * Once a replica was there, one must have everything before it counts as durable: a master that has lost its replicas may be one
   * that another has replaced.
   */
  #needsReplica: boolean

  private constructor(client: Client, condition: Condition, { everyMs, hasReplicas }: ServerOptions) {
    this.client = client
    this.#condition = condition
    this.#needsReplica = hasReplicas || condition.replicas > 0
    const anew = () => {
      this.#connection += 1
    }
    client.on('ready', anew)
    if (client instanceof Cluster) client.on('+node', anew)
    this.#flushes = new Flushes({
      client,
      flushing: () => this.#condition.flushing,
      replicas: () => this.#replicas,
      connection: () => this.#connection,
      isAllThere: () => this.#isAllThere(),
    })
    this.#timer = setInterval(() => void this.#ask(), everyMs)
  }

  /** A server that is connected. */
  static async of(client: Client, options: ServerOptions): Promise<Server> {
    return new Server(client, await conditionOf(mastersOf(client)), options)
  }

  /** Resolves when there is a connection, which a Redis that restarts gives back in a moment; rejects when it does not. */
  connected(): Promise<void> {
    return whenReady(this.client, comeBackMs)
  }

  /** What staff must know of it. */
  get warnings(): readonly string[] {
    return [
      ...(this.#condition.flushing === 'none' ? ['ledger-not-persisting'] : []),
      ...(this.#needsReplica && this.#condition.replicas === 0 ? ['ledger-without-replica'] : []),
    ]
  }

  /** How many replicas there are now; null where none is needed. */
  get #replicas(): number | null {
    return this.#needsReplica ? this.#condition.replicas : null
  }

  /** Redis' own time in ms. */
  time(): Promise<number> {
    const [first] = mastersOf(this.client)
    return first ? timeOf(first) : Promise.reject(new Error('no master'))
  }

  /** The contest has gone on to this commit. */
  saw(contest: string, { number, hash }: Head): void {
    if (number >= (this.#heads.get(contest)?.number ?? 0)) this.#heads.set(contest, { number, hash })
  }

  /** What a commit has come to that Redis has just answered on this connection. */
  async keptNow(): Promise<Kept> {
    if (this.#condition.flushing !== 'always') return 'received'
    const replicas = this.#replicas
    if (replicas === null) return 'durable'
    // Of a cluster's connections the library does not tell which one it was.
    if (this.client instanceof Cluster) return 'received'
    try {
      return (await hasCopy(this.client, replicas)) ? 'durable' : 'received'
    } catch (error) {
      // The connection went with the answer: looked into by `flushed`.
      if (error instanceof Error) return 'received'
      throw error
    }
  }

  flushed(): Promise<void> {
    return this.#flushes.flushed()
  }

  reconnect(): void {
    reconnect(this.client)
  }

  close(): void {
    clearInterval(this.#timer)
    this.#flushes.close()
    this.client.disconnect()
  }

  async #ask(): Promise<void> {
    if (this.client.status !== 'ready') return
    try {
      this.#condition = await conditionOf(mastersOf(this.client))
      this.#needsReplica ||= this.#condition.replicas > 0
    } catch (error) {
      // It promised what it promised until it says otherwise; a connection that is gone is told by whoever uses it.
      if (!(error instanceof Error)) throw error
    }
  }

  async #isAllThere(): Promise<boolean> {
    for (const [contest, { number, hash }] of this.#heads) {
      const [entry] = await this.client.xrange(ledgerKey(contest), `${number}-0`, `${number}-0`)
      if (entry?.[1][1] !== hash) return false
    }
    return true
  }
}
