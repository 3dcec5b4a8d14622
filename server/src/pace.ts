/**
 * How often a group of channels is published: the first change after silence at once, then at most once per interval. The interval
 * widens by itself to four times what one round of publishing takes, so that a hub under load never does nothing else. A round of many
 * channels gives way to arriving marks again and again, which makes it longer, and the next one later, the more of them there are.
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

/** How long a round publishes before it gives way, in ms: less than anybody notices, and some dozens of judges. */
const turnMs = 1

/** One round under way: what is left of it, and since when. */
interface Round {
  readonly channels: string[]
  readonly begin: number
  sent: boolean
}

export class Pace {
  readonly #dirty = new Set<string>()
  /** True from the first mark until the round that publishes it has ended. */
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
    if (!this.#scheduled) this.#schedule()
  }

  forget(channel: string): void {
    this.#dirty.delete(channel)
  }

  #schedule(): void {
    this.#scheduled = true
    const { timers, now } = this.#options
    const wait = this.#lastSent + this.#interval - now()
    if (wait > 0) timers.after(wait, () => this.#begin())
    else timers.soon(() => this.#begin())
  }

  #begin(): void {
    const channels = [...this.#dirty].reverse()
    this.#dirty.clear()
    this.#turn({ channels, begin: this.#options.now(), sent: false })
  }

  #turn(round: Round): void {
    const { now, publish, timers } = this.#options
    const begin = now()
    for (;;) {
      const channel = round.channels.pop()
      if (channel === undefined) return this.#end(round)
      round.sent = publish(channel) || round.sent
      if (now() - begin >= turnMs) return timers.soon(() => this.#turn(round))
    }
  }

  #end({ begin, sent }: Round): void {
    const { now, intervalMs } = this.#options
    if (sent) {
      this.#lastSent = begin
      this.#interval = Math.max(intervalMs, 4 * (now() - begin))
    }
    this.#scheduled = false
    if (this.#dirty.size > 0) this.#schedule()
  }
}
