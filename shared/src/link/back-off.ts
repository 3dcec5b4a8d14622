/**
 * How long to wait before the next attempt to connect: doubling and jittered, so that a hall of phones does not come back at one instant.
 *
 * A hub that was killed serves again within a second or two, so the longest wait is what people notice. Those that the show waits for
 * are some dozens and hurry; a thousand phones of the audience leave them the first moments: at 4 s they are some 300 in a second.
 */
import { type Entropy, fraction } from './ports.ts'

export interface BackOff {
  /** Ms before the first attempt. */
  readonly shortest: number
  readonly longest: number
}

export const backOffs = {
  attentive: { shortest: 300, longest: 2_000 },
  audience: { shortest: 500, longest: 4_000 },
} as const satisfies Record<string, BackOff>

/** Milliseconds before attempt number `attempt`, counted from 0: between half and all of the doubled step. */
export function backOff({ shortest, longest }: BackOff, attempt: number, entropy: Entropy): number {
  const step = Math.min(longest, shortest * 2 ** Math.min(attempt, 10))
  return step * (0.5 + fraction(entropy) / 2)
}

/** Milliseconds until a hub that does not know the contest or the session is asked again: 10 to 15 s. */
export function slowRetry(entropy: Entropy): number {
  return 10_000 + 5_000 * fraction(entropy)
}
