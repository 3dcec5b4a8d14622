/**
 * One connection to one hub from the attempt to its end, with its heartbeat and the questions still open. However it ends – closed,
 * silent, or never opened – it ends once, and every open question is told that no answer will come. It never reconnects.
 */
import type { Handshake } from '../protocol/up.ts'
import { Heartbeat } from './heartbeat.ts'
import type { Ending } from './hub-round.ts'
import type { Cancel, Timers } from './ports.ts'
import type { OpenTransport, RefusalReceived, Transport } from './transport.ts'

/** How soon a hub that is asked must answer after a sleep, in ms. */
const WAKE_LIMIT = 1_500

export type Answer = { readonly kind: 'answered'; readonly body: unknown } | { readonly kind: 'cut' }

export interface LineEvents {
  onMessage(event: string, body: unknown): void
  onRefused(refusal: RefusalReceived): void
  onEnded(ending: Ending): void
}

export interface LineOptions {
  readonly address: string
  readonly handshake: Handshake
  /** How long the hub may be silent, in ms. */
  readonly silence: number
  /** How long the attempt may take, in ms. */
  readonly openingLimit: number
}

export class Line {
  readonly #timers: Timers
  readonly #events: LineEvents
  readonly #transport: Transport
  readonly #cutOff = new Set<(answer: Answer) => void>()
  readonly #openingLimit: Cancel
  #heartbeat: Heartbeat | null = null
  #ended = false

  constructor(options: LineOptions, open: OpenTransport, timers: Timers, events: LineEvents) {
    this.#timers = timers
    this.#events = events
    this.#openingLimit = timers.after(options.openingLimit, () => this.#end(() => events.onEnded('silent')))
    this.#transport = open(options.address, options.handshake, {
      onOpen: () => this.#opened(options.silence),
      onRefused: (refusal) => this.#end(() => events.onRefused(refusal)),
      onClosed: () => this.#end(() => events.onEnded('closed')),
      onMessage: (event, body) => this.#heard(event, body),
    })
  }

  send(event: string, body?: unknown): void {
    if (!this.#ended) this.#transport.send(event, body)
  }

  /** Resolves with the answer, or with `cut` when the line ends first; how long to wait is the asker's to decide. */
  ask(event: string, body?: unknown): Promise<Answer> {
    return new Promise((resolve) => {
      if (this.#ended) return resolve({ kind: 'cut' })
      this.#cutOff.add(resolve)
      this.#transport.ask(event, body, (answer) => {
        if (!this.#cutOff.delete(resolve)) return
        this.#heartbeat?.sign()
        resolve({ kind: 'answered', body: answer })
      })
    })
  }

  /** Finds out now whether the hub is still there. */
  check(): void {
    this.#heartbeat?.hurry(WAKE_LIMIT)
  }

  /** Ends the line without telling its owner. */
  close(): void {
    this.#end(() => undefined)
  }

  #opened(silence: number): void {
    this.#openingLimit()
    this.#heartbeat = new Heartbeat(this.#timers, silence, () => this.#end(() => this.#events.onEnded('silent')))
  }

  #heard(event: string, body: unknown): void {
    if (this.#ended) return
    this.#heartbeat?.sign()
    this.#events.onMessage(event, body)
  }

  #end(tell: () => void): void {
    if (this.#ended) return
    this.#ended = true
    this.#openingLimit()
    this.#heartbeat?.stop()
    this.#transport.close()
    tell()
    for (const resolve of this.#cutOff) resolve({ kind: 'cut' })
    this.#cutOff.clear()
  }
}
