/**
 * How far the hub's clock is ahead of the page's, so that a stopwatch shows the same second on every screen.
 *
 * A question with its answer bounds the error by half its round trip: the quickest of the recent ones counts. A beat says only that
 * the hub was *at least* so far ahead; it corrects at once a page clock that stood still while the phone slept.
 */
const KEPT = 8

interface Sample {
  readonly offset: number
  readonly roundTrip: number
}

export class ClockOffset {
  #samples: Sample[] = []
  #atLeast = Number.NEGATIVE_INFINITY

  /** The hub answered `hubAt` to what was asked at `askedAt` and came back at `heardAt` (both on the page's clock, ms). */
  answered(askedAt: number, hubAt: number, heardAt: number): void {
    const sample = { offset: hubAt - (askedAt + heardAt) / 2, roundTrip: heardAt - askedAt }
    this.#samples = [...this.#samples.slice(1 - KEPT), sample]
    // Older bounds go: two clocks drift apart, and a bound that was true an hour ago may be too high now.
    this.#atLeast = hubAt - heardAt
  }

  /** The hub said that it was `hubAt`, and that was heard at `heardAt`. */
  heard(hubAt: number, heardAt: number): void {
    this.#atLeast = Math.max(this.#atLeast, hubAt - heardAt)
  }

  /** A new connection may lead to a hub with another clock. */
  reset(): void {
    this.#samples = []
    this.#atLeast = Number.NEGATIVE_INFINITY
  }

  /** Milliseconds to add to the page's clock; null before the hub has said anything. */
  get offset(): number | null {
    let best: Sample | null = null
    for (const sample of this.#samples) if (best === null || sample.roundTrip <= best.roundTrip) best = sample
    const offset = Math.max(best?.offset ?? Number.NEGATIVE_INFINITY, this.#atLeast)
    return offset === Number.NEGATIVE_INFINITY ? null : offset
  }
}
