/** The real clock, and waiting on it, for tests against a real hub. */
import type { Timers } from '@bang-diem/shared/link/ports.ts'

export const realTimers: Timers = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}

/** Waits until something is true; the time it took, in ms. */
export async function until(is: () => boolean, limit = 30_000): Promise<number> {
  const begun = performance.now()
  while (!is()) {
    if (performance.now() - begun > limit) throw new Error('it did not become true in time')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - begun
}
