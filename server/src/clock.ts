/**
 * Hub time: the wall clock read once at start, then a monotonic clock, so that a laptop's clock that jumps moves nothing.
 * It never goes back, not even behind what an earlier run has written.
 */
export interface Clock {
  /** Hub time in ms since 1970. */
  now(): number
  /** Makes sure that no later `now` is smaller than `at`. */
  atLeast(at: number): void
}

export function hubClock(wall: () => number, monotonic: () => number): Clock {
  const start = wall() - monotonic()
  let floor = 0
  return {
    now() {
      floor = Math.max(floor, Math.round(start + monotonic()))
      return floor
    },
    atLeast(at) {
      floor = Math.max(floor, at)
    },
  }
}
