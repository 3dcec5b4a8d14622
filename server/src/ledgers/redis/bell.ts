/**
 * The bell: a connection of its own on which Redis tells that a contest has gone on, to which commit. A ring may get lost with the
 * connection; so whoever follows looks every second anyway, and at once when the connection is there again.
 */
import type { Client } from './connect.ts'
import { bellChannel } from './keys.ts'
import { anyNumber } from './rings.ts'

type OnRing = (contest: string, number: number) => void

export class Bell {
  readonly #client: Client
  readonly #contests = new Map<string, { readonly contest: string; listeners: number }>()
  readonly #timer: NodeJS.Timeout
  #onRing: OnRing = () => undefined

  /** Rings for every contest each `everyMs`. */
  constructor(client: Client, everyMs: number) {
    this.#client = client
    client.on('message', (channel: string, text: string) => {
      const listened = this.#contests.get(channel)
      if (listened) this.#onRing(listened.contest, Number(text))
    })
    // Every connection begins without subscriptions, also the one after an outage.
    client.on('ready', () => {
      for (const channel of this.#contests.keys()) this.#tell(this.#client.subscribe(channel))
      this.#ringAll()
    })
    this.#timer = setInterval(() => this.#ringAll(), everyMs)
  }

  onRing(onRing: OnRing): void {
    this.#onRing = onRing
  }

  /** Listens for one contest until the answered function is called. */
  listen(contest: string): () => void {
    const channel = bellChannel(contest)
    const listened = this.#contests.get(channel) ?? { contest, listeners: 0 }
    listened.listeners += 1
    this.#contests.set(channel, listened)
    if (listened.listeners === 1) this.#tell(this.#client.subscribe(channel))
    return () => {
      listened.listeners -= 1
      if (listened.listeners > 0) return
      this.#contests.delete(channel)
      this.#tell(this.#client.unsubscribe(channel))
    }
  }

  close(): void {
    clearInterval(this.#timer)
    this.#client.disconnect()
  }

  /** What fails here fails with the connection: the next one begins with all that is listened to. Until then the clock rings. */
  #tell(subscribing: Promise<unknown>): void {
    subscribing.catch(() => undefined)
  }

  #ringAll(): void {
    for (const { contest } of this.#contests.values()) this.#onRing(contest, anyNumber)
  }
}
