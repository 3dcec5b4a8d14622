/**
 * Hubs as a page sees them, without a network: the test decides who is there, what they say and when they fall silent. Messages go
 * through JSON, as on the wire.
 */
import type { OpenTransport, RefusalReceived, TransportEvents } from '@bang-diem/shared/link/transport.ts'
import type { Handshake } from '@bang-diem/shared/protocol/up.ts'
import type { SimulatedTimers } from './simulated-timers.ts'

export interface Sent {
  readonly event: string
  readonly body: unknown
  readonly answer: (body: unknown) => void
}

/** One page's connection, from the hub's side. */
export class Visit {
  readonly address: string
  readonly handshake: Handshake
  readonly sent: Sent[] = []
  open = false
  readonly #events: TransportEvents

  constructor(address: string, handshake: Handshake, events: TransportEvents) {
    this.address = address
    this.handshake = handshake
    this.#events = events
  }

  accept(): void {
    this.open = true
    this.#events.onOpen()
  }

  refuse(refusal: RefusalReceived): void {
    this.#events.onRefused(refusal)
  }

  say(event: string, body: unknown): void {
    if (this.open) this.#events.onMessage(event, JSON.parse(JSON.stringify(body)))
  }

  drop(): void {
    this.open = false
    this.#events.onClosed()
  }

  /** What the page has sent under this event, oldest first. */
  heard(event: string): Sent[] {
    return this.sent.filter((sent) => sent.event === event)
  }
}

export class ScriptedHubs {
  readonly visits: Visit[] = []
  /** What a hub does with a new visit; by default it lets the page in with an empty view. */
  welcome: (visit: Visit) => void = (visit) => letIn(visit)
  readonly #timers: SimulatedTimers

  constructor(timers: SimulatedTimers) {
    this.#timers = timers
  }

  readonly open: OpenTransport = (address, handshake, events) => {
    const visit = new Visit(address, handshake, events)
    this.visits.push(visit)
    const cancel = this.#timers.after(1, () => this.welcome(visit))
    const send = (event: string, body: unknown, answer: (body: unknown) => void) => {
      if (visit.open) visit.sent.push({ event, body, answer })
    }
    return {
      send: (event, body) => send(event, body, () => undefined),
      ask: (event, body, onAnswer) =>
        send(event, body, (answer) => {
          if (visit.open) onAnswer(answer)
        }),
      close: () => {
        cancel()
        visit.open = false
      },
    }
  }

  /** The latest visit. */
  get visit(): Visit {
    const visit = this.visits.at(-1)
    if (visit === undefined) throw new Error('no page has come yet')
    return visit
  }
}

/** Accepts, and begins as every connection does. */
export function letIn(visit: Visit, entries: Record<string, unknown> = {}, hubs: readonly string[] = []): void {
  visit.accept()
  visit.say('snapshot', { version: 0, at: 5_000_000, entries, hubs })
}
