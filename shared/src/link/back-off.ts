/** How long to wait before the next attempt to connect: doubling from 250 ms to 4 s, and jittered, so that a hall of phones does not come back at one instant. */
import { type Entropy, fraction } from './ports.ts'

const SHORTEST = 250
const LONGEST = 4_000

/** Milliseconds before attempt number `attempt`, counted from 0: between half and all of the doubled step. */
export function backOff(attempt: number, entropy: Entropy): number {
  const step = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt, 10))
  return step * (0.5 + fraction(entropy) / 2)
}

/** Milliseconds until a hub that does not know the contest or the session is asked again: 10 to 15 s. */
export function slowRetry(entropy: Entropy): number {
  return 10_000 + 5_000 * fraction(entropy)
}
