/**
 * Many readers in slices: a message goes to one slice after the other, and marks that arrive meanwhile get their turn in between.
 * Messages keep their order within every slice.
 */
import type { Timers } from '../timers.ts'

/** How long a slice waits at most while answers are under way, in ms: a medium that fails must not hold up the hall. */
const patienceMs = 4

export interface SliceOptions {
  /** The most readers of a slice. */
  readonly readers: number
  readonly timers: Timers
  /** True while somebody waits for an answer: writing to a thousand takes the processor that the disk's thread needs for it. */
  readonly isAwaited: () => boolean
}

export class Slices {
  readonly #sizes: number[] = []
  readonly #queue: (() => void)[] = []
  #running = false
  readonly #options: SliceOptions

  constructor(options: SliceOptions) {
    this.#options = options
  }

  /** The slice that a new reader belongs to. */
  enter(): number {
    const free = this.#sizes.findIndex((size) => size < this.#options.readers)
    const slice = free < 0 ? this.#sizes.length : free
    this.#sizes[slice] = (this.#sizes[slice] ?? 0) + 1
    return slice
  }

  leave(slice: number): void {
    this.#sizes[slice] = Math.max(0, (this.#sizes[slice] ?? 0) - 1)
  }

  /** Calls `send` for each slice that has readers, one at a time. */
  broadcast(send: (slice: number) => void): void {
    for (const [slice, size] of this.#sizes.entries()) {
      if (size > 0) this.#queue.push(() => send(slice))
    }
    if (!this.#running) this.#next()
  }

  #next(): void {
    const task = this.#queue.shift()
    this.#running = task !== undefined
    if (!task) return
    task()
    this.#options.timers.soon(() => this.#giveWay(patienceMs))
  }

  #giveWay(patience: number): void {
    const { isAwaited, timers } = this.#options
    if (patience > 0 && isAwaited()) timers.after(1, () => this.#giveWay(patience - 1))
    else this.#next()
  }
}
