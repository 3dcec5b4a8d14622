/** A small seeded source of chance for tests and the demo (mulberry32): the same seed plays the same contest. Not for secrets. */
export type Chance = () => number

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 to `bound` − 1. */
export function below(chance: Chance, bound: number): number {
  return Math.floor(chance() * bound)
}
