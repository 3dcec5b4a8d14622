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

  /** True when one more is within the bound. One that weighs more counts for several, and never for more than a second's worth. */
  take(now: number, weight = 1): boolean {
    const taken = Math.min(weight, this.#perSecond)
    this.#left = Math.min(2 * this.#perSecond, this.#left + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    if (this.#left < taken) return false
    this.#left -= taken
    return true
  }
}
