/**
 * Notices that the hub has fallen silent. A half-open connection (a laptop's lid, a lost access point) sends no close event for
 * minutes, so silence itself is the sign; the hub beats every second. It closes nothing: its owner does.
 */
import type { Cancel, Timers } from './ports.ts'

/**
 * How long a connection may be silent, in ms: so far below the promised 3 s and 30 s that an old phone can draw it in time, and more
 * than two beats, since one may be late in a hall full of phones.
 */
export const silenceLimits = { attentive: 2_500, audience: 29_000 } as const

export class Heartbeat {
  readonly #timers: Timers
  readonly #limit: number
  readonly #onSilent: () => void
  #cancel: Cancel
  #deadline: number

  constructor(timers: Timers, limit: number, onSilent: () => void) {
    this.#timers = timers
    this.#limit = limit
    this.#onSilent = onSilent
    this.#deadline = timers.now() + limit
    this.#cancel = timers.after(limit, onSilent)
  }

  /** Something came from the hub. */
  sign(): void {
    this.#expect(this.#limit)
  }

  /** Demands a sign within `ms`, where more was allowed: after a sleep, or when the network is back. */
  hurry(ms: number): void {
    const left = this.#deadline - this.#timers.now()
    if (ms < left) this.#expect(ms)
    // A sleeping page's timers do not run: what is overdue is told now and not when they wake.
    else if (left <= 0) this.#expect(0)
  }

  stop(): void {
    this.#cancel()
  }

  #expect(ms: number): void {
    this.#cancel()
    this.#deadline = this.#timers.now() + ms
    this.#cancel = this.#timers.after(ms, this.#onSilent)
  }
}
