/**
 * Hub time: the wall clock read once at start, then a monotonic clock, so that a laptop's clock that jumps moves nothing.
 * It never goes back, not even behind what an earlier run has written, and it never stands still.
 */
export interface Clock {
  /** Hub time in ms since 1970. */
  now(): number
  /** Makes sure that no later `now` is smaller than `at`: a clock that is behind goes on from there. */
  atLeast(at: number): void
}

export function hubClock(wall: () => number, monotonic: () => number): Clock {
  let start = wall() - monotonic()
  return {
    now() {
      return Math.round(start + monotonic())
    },
    atLeast(at) {
      // The whole clock moves: a bound alone would hold hub time, and every stopwatch, until the wall clock had caught up.
      start = Math.max(start, at - monotonic())
    },
  }
}
