/**
 * Neighbours over Redis: the register of living hubs, read every second and when its bell rings, and what hubs tell each other of who is
 * connected. While Redis is away it keeps the last list and tries again every second; it never throws at anybody and never ends a hub.
 */
import type { Presence } from '@bang-diem/shared/protocol/down.ts'
import type { Neighbours } from '../../neighbours.ts'
import { pauseWith, type Timers } from '../../timers.ts'
import { LedgerUnfit } from '../errors.ts'
import { parseRedisAddress } from './address.ts'
import { type Client, connectTo } from './connect.ts'
import { HubRegister } from './hub-register.ts'
import { hubsBell, presenceChannel } from './keys.ts'
import { PresenceExchange } from './presence-exchange.ts'

/** Between two looks at the register, in ms. */
const LOOK_MS = 1_000
/** How long a hub that stops waits for Redis, in ms. */
const LEAVE_MS = 500

export interface NeighboursOptions {
  /** `PUBLIC_URL` of this hub. */
  readonly url: string
  /** Names this process among the hubs. */
  readonly id: string
  /** Of Redis, see `address.ts`. */
  readonly redis: string
  readonly timers: Timers
  readonly monotonic: () => number
}

/** What goes wrong with a connection shows in what is asked over it. */
const ignore = () => undefined

type HeardPresence = Parameters<Neighbours['onPresence']>[0]

export class RedisNeighbours implements Neighbours {
  readonly #timers: Timers
  readonly #client: Client
  readonly #subscriber: Client
  readonly #register: HubRegister
  readonly #exchange: PresenceExchange
  readonly #onHubs = new Set<() => void>()
  readonly #onPresence = new Set<HeardPresence>()
  #cancel: () => void = () => undefined
  #closed = false

  /** Begins at once, and waits for nothing: until Redis answers, this hub knows itself alone. */
  constructor({ redis, url, id, timers, monotonic }: NeighboursOptions) {
    const address = parseRedisAddress(redis)
    if (!address) throw new LedgerUnfit('no-address', redis)
    this.#timers = timers
    this.#client = connectTo(address, 'commands', ignore)
    this.#subscriber = connectTo(address, 'bell', ignore)
    this.#register = new HubRegister(url, this.#client)
    this.#exchange = new PresenceExchange({
      hub: id,
      monotonic,
      publish: (message) => void this.#attempt(this.#client.publish(presenceChannel, message)),
      onPresence: (hub, contest, presence) => {
        for (const listener of this.#onPresence) listener(hub, contest, presence)
      },
    })
    this.#subscriber.on('message', (channel: string, message: string) => this.#heard(channel, message))
    // Every connection begins without subscriptions, also the one after an outage.
    this.#subscriber.on('ready', () => this.#subscribe())
    this.#client.on('ready', () => void this.#look())
    void this.#round()
  }

  hubs(): readonly string[] {
    return this.#register.hubs
  }

  onHubs(listener: () => void): () => void {
    this.#onHubs.add(listener)
    return () => this.#onHubs.delete(listener)
  }

  tell(contest: string, presence: Presence): void {
    if (!this.#closed) this.#exchange.tell(contest, presence)
  }

  onPresence(listener: HeardPresence): () => void {
    this.#onPresence.add(listener)
    return () => this.#onPresence.delete(listener)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#cancel()
    this.#exchange.leave()
    await Promise.race([this.#attempt(this.#register.leave()), pauseWith(this.#timers)(LEAVE_MS)])
    this.#subscriber.disconnect()
    this.#client.disconnect()
  }

  async #round(): Promise<void> {
    await this.#look()
    this.#exchange.tick()
    if (!this.#closed) this.#cancel = this.#timers.after(LOOK_MS, () => void this.#round())
  }

  async #look(): Promise<void> {
    if ((await this.#attempt(this.#register.renew())) !== true) return
    for (const listener of this.#onHubs) listener()
  }

  #subscribe(): void {
    void this.#attempt(this.#subscriber.subscribe(hubsBell, presenceChannel))
  }

  #heard(channel: string, message: string): void {
    if (this.#closed) return
    if (channel === presenceChannel) this.#exchange.heard(message)
    else void this.#look()
  }

  /** What Redis does not do now is tried again at the next round; undefined then. */
  async #attempt<T>(asked: Promise<T>): Promise<T | undefined> {
    try {
      return await asked
    } catch {
      // The ledger, over the same Redis, tells staff that it is away; a list that is a little old harms nobody.
      return undefined
    }
  }
}
