/**
 * What the link needs of the world around it: time, waiting and random bytes. Everything in this folder gets them as parameters,
 * so that tests and the simulation run the real connection and the real outbox on a clock of their own.
 */

/** Calls off what was planned; calling it twice does no harm. */
export type Cancel = () => void

export interface Timers {
  /** Milliseconds on a clock that never jumps; only differences mean anything. */
  now(): number
  /** Runs `action` once, not before `ms` milliseconds have passed. */
  after(ms: number, action: () => void): Cancel
}

export interface Entropy {
  /** `count` random bytes. */
  bytes(count: number): Uint8Array
}

/** A random number from 0 up to, but not including, 1. */
export function fraction(entropy: Entropy): number {
  let value = 0
  for (const byte of entropy.bytes(4)) value = (value + byte) / 256
  return value
}
