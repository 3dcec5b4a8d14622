/**
 * A large audience in slices: a message goes to one slice after the other, and marks that arrive meanwhile get their turn in between.
 * Messages keep their order within every slice.
 */
import type { Timers } from '../timers.ts'

export class Slices {
  readonly #sizes: number[] = []
  readonly #queue: (() => void)[] = []
  #running = false
  readonly #most: number
  readonly #timers: Timers

  constructor(most: number, timers: Timers) {
    this.#most = most
    this.#timers = timers
  }

  /** The slice that a new reader belongs to. */
  enter(): number {
    const free = this.#sizes.findIndex((size) => size < this.#most)
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
    this.#timers.soon(() => this.#next())
  }
}
