/**
 * What the hub has told this page: the copy of its view, who is present, the page's own seat, and what of its own is durable. When the copy has a gap it asks for
 * a snapshot until one comes. It knows no connection but the line it is asked to speak on, and keeps all it knows when that ends.
 */
import * as v from 'valibot'
import {
  deltaSchema,
  durableSchema,
  type Presence,
  presenceSchema,
  type SeatState,
  seatStateSchema,
  snapshotSchema,
} from '../protocol/down.ts'
import type { Line } from './line.ts'
import type { Cancel, Timers } from './ports.ts'
import { Replica } from './replica.ts'

/** How long to wait for the snapshot that was asked for, before asking again, in ms. */
const RESYNC_LIMIT = 2_000

export type Heard =
  | { readonly kind: 'snapshot'; readonly at: number; readonly hubs: readonly string[] }
  | { readonly kind: 'changed' | 'nothing' }
  /** A snapshot that this page cannot read: the connection is of no use to it. */
  | { readonly kind: 'unreadable' }

export class PageView {
  readonly #timers: Timers
  readonly #replica = new Replica()
  #presence: Presence | null = null
  #seat: SeatState | null = null
  #durable = 0
  #resync: Cancel | null = null

  constructor(timers: Timers) {
    this.#timers = timers
  }

  get entries(): ReadonlyMap<string, unknown> {
    return this.#replica.entries
  }
  get presence(): Presence | null {
    return this.#presence
  }
  get seat(): SeatState | null {
    return this.#seat
  }
  /** Up to which commit this page's own commands are durable, as far as the hub has said on this line. */
  get durable(): number {
    return this.#durable
  }

  /** Takes in a message; events that say nothing of the view are none of its business. */
  hear(line: Pick<Line, 'send'>, event: string, body: unknown): Heard {
    if (event === 'snapshot') return this.#hearSnapshot(body)
    if (event === 'delta') return this.#hearDelta(line, body)
    if (event === 'presence') {
      const presence = v.safeParse(presenceSchema, body)
      if (presence.success) this.#presence = presence.output
      return { kind: 'changed' }
    }
    if (event === 'seat') {
      const seat = v.safeParse(seatStateSchema, body)
      if (seat.success) this.#seat = seat.output
      return { kind: 'changed' }
    }
    if (event === 'durable') {
      const durable = v.safeParse(durableSchema, body)
      if (durable.success) this.#durable = Math.max(this.#durable, durable.output.commit)
      return { kind: 'changed' }
    }
    return { kind: 'nothing' }
  }

  /** The line has ended: the picture stays, but nobody knows any more who is present, and another hub speaks for itself. */
  lineEnded(): void {
    this.#stopAsking()
    this.#presence = null
    this.#durable = 0
  }

  #hearSnapshot(body: unknown): Heard {
    const snapshot = v.safeParse(snapshotSchema, body)
    if (!snapshot.success) return { kind: 'unreadable' }
    this.#stopAsking()
    this.#replica.takeSnapshot(snapshot.output)
    return { kind: 'snapshot', at: snapshot.output.at, hubs: snapshot.output.hubs }
  }

  #hearDelta(line: Pick<Line, 'send'>, body: unknown): Heard {
    const delta = v.safeParse(deltaSchema, body)
    const outcome = delta.success ? this.#replica.takeDelta(delta.output) : 'resync'
    if (outcome === 'applied') return { kind: 'changed' }
    if (outcome === 'resync' && this.#resync === null) this.#ask(line)
    return { kind: 'nothing' }
  }

  #ask(line: Pick<Line, 'send'>): void {
    line.send('resync')
    this.#resync = this.#timers.after(RESYNC_LIMIT, () => this.#ask(line))
  }

  #stopAsking(): void {
    this.#resync?.()
    this.#resync = null
  }
}
