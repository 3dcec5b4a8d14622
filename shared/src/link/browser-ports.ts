/** The browser's clock, timers and random bytes. Nothing here needs a secure context: the hall's Wi-Fi is plain HTTP. */
import type { Entropy, Timers } from './ports.ts'

export const browserTimers: Timers = {
  // Near the wall clock and yet never set back: a fair guess at hub time before the hub has spoken.
  now: () => performance.timeOrigin + performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}

export const browserEntropy: Entropy = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) }
