/**
 * The snapshots that one page asks for: the first at once, those after it one in a pause, however often it asks. Who asks is always
 * answered, by the end of the pause at the latest; only who does not read what it has gets nothing on top of it.
 * It decides when; what a snapshot is and how it is written is given.
 */
import type { Timers } from '../timers.ts'

export interface ResyncOptions {
  readonly timers: Timers
  readonly pauseMs: number
  /** Bytes waiting for the page beyond which another snapshot would only add to them. */
  readonly mostWaiting: number
  readonly waiting: () => number
  /** True while the page is skipped: when it has caught up it gets a snapshot without asking. */
  readonly isLagging: () => boolean
  readonly tell: () => void
}

export class Resync {
  readonly #options: ResyncOptions
  #asked = false
  #pause: (() => void) | undefined

  constructor(options: ResyncOptions) {
    this.#options = options
  }

  ask(): void {
    this.#asked = true
    if (!this.#pause) this.#answer()
  }

  stop(): void {
    this.#pause?.()
  }

  #answer(): void {
    const { timers, pauseMs, mostWaiting, waiting, isLagging, tell } = this.#options
    if (isLagging() || waiting() <= mostWaiting) {
      this.#asked = false
      if (!isLagging()) tell()
    }
    this.#pause = timers.after(pauseMs, () => {
      this.#pause = undefined
      if (this.#asked) this.#answer()
    })
  }
}
