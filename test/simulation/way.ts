/**
 * One direction of a connection: everything arrives in order, or from some moment on nothing arrives any more, without a word to either
 * end. It knows no messages.
 */
import type { Air } from './air.ts'
import type { SimulatedTime } from './time.ts'

export class Way {
  readonly #time: SimulatedTime
  readonly #air: Air
  /** When the last one arrives. */
  #lastAt = 0
  #isLost = false

  constructor(time: SimulatedTime, air: Air) {
    this.#time = time
    this.#air = air
  }

  get isLost(): boolean {
    return this.#isLost
  }

  /** What is under way is lost as well. */
  lose(): void {
    this.#isLost = true
  }

  send(arrive: () => void): void {
    if (this.#air.isOut) this.#isLost = true
    if (this.#isLost) return
    const now = this.#time.now()
    this.#lastAt = Math.max(this.#lastAt, now + this.#air.takes(now))
    this.#time.after(this.#lastAt - now, () => this.#isLost || arrive())
  }
}
