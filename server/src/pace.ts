/**
 * How often a group of channels is published: the first change after silence at once, then at most once per interval. The interval
 * widens by itself to four times what one round of publishing takes, so that a hub under load never does nothing else.
 * A round in which nothing visible changed leaves no trace in the timing of the next.
 */
import type { Timers } from './timers.ts'

export interface PaceOptions {
  readonly intervalMs: number
  readonly timers: Timers
  /** Monotonic ms, with fractions. */
  readonly now: () => number
  /** Publishes one dirty channel; true when it sent anything. */
  readonly publish: (channel: string) => boolean
}

export class Pace {
  #dirty = new Set<string>()
  #scheduled = false
  #lastSent = Number.NEGATIVE_INFINITY
  #interval: number
  readonly #options: PaceOptions

  constructor(options: PaceOptions) {
    this.#options = options
    this.#interval = options.intervalMs
  }

  mark(channel: string): void {
    this.#dirty.add(channel)
    if (this.#scheduled) return
    this.#scheduled = true
    const { timers, now } = this.#options
    const wait = this.#lastSent + this.#interval - now()
    if (wait > 0) timers.after(wait, () => this.#round())
    else timers.soon(() => this.#round())
  }

  forget(channel: string): void {
    this.#dirty.delete(channel)
  }

  #round(): void {
    const { now, publish, intervalMs } = this.#options
    const begin = now()
    this.#scheduled = false
    const dirty = this.#dirty
    this.#dirty = new Set()
    let sent = false
    for (const channel of dirty) sent = publish(channel) || sent
    if (!sent) return
    this.#lastSent = begin
    this.#interval = Math.max(intervalMs, 4 * (now() - begin))
  }
}
