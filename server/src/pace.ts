/**
 * How often a group of channels is published: the first change after silence at once, then at most once per interval. The interval
 * widens by itself to four times what one round of publishing takes, from when it is due until its last channel is out: a hub under
 * load publishes in turns with everything else it has to do, so the more there is of that, the later comes the next round.
 * A round in which nothing visible changed leaves no trace in the timing of the next.
 */
import type { Timers } from './timers.ts'
import type { Task } from './turns.ts'

export interface PaceOptions {
  readonly intervalMs: number
  readonly timers: Timers
  /** Monotonic ms, with fractions. */
  readonly now: () => number
  /** Runs the tasks in their order, when it is their turn. */
  readonly inTurn: (tasks: readonly Task[]) => void
  /** Publishes one dirty channel; true when it sent anything. */
  readonly publish: (channel: string) => boolean
}

/** One round under way. */
interface Round {
  readonly begin: number
  left: number
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
    const { timers, now, inTurn } = this.#options
    const wait = this.#lastSent + this.#interval - now()
    const begin = () => this.#begin()
    if (wait > 0) timers.after(wait, begin)
    else inTurn([begin])
  }

  #begin(): void {
    const { now, inTurn } = this.#options
    const channels = [...this.#dirty]
    this.#dirty.clear()
    const round: Round = { begin: now(), left: channels.length, sent: false }
    if (channels.length === 0) this.#end(round)
    else inTurn(channels.map((channel) => () => this.#publish(channel, round)))
  }

  #publish(channel: string, round: Round): void {
    round.sent = this.#options.publish(channel) || round.sent
    round.left -= 1
    if (round.left === 0) this.#end(round)
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
