/** A bound on how often one connection may ask: a bucket that refills steadily. It holds no timer. */
export class Rate {
  #left: number
  #at: number
  readonly #perSecond: number

  /** `now` in ms; the bucket holds two seconds' worth, for an outbox that is emptied after an outage. */
  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond
    this.#left = 2 * perSecond
    this.#at = now
  }

  /** True when one more is within the bound. */
  take(now: number): boolean {
    this.#left = Math.min(2 * this.#perSecond, this.#left + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
