/**
 * A small seeded source of chance, so that every contest can be thrown again from its number. It is never used for
 * anything that has to be unpredictable.
 */
export type Dice = {
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number
  readonly between: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <A>(list: readonly A[]) => A
  readonly shuffled: <A>(list: readonly A[]) => A[]
  /** Not empty, in the list's order, at least `least` of them. */
  readonly some: <A>(list: readonly A[], least?: number) => A[]
}

/** xorshift32: enough for choosing among few. */
export function diceOf(seed: number): Dice {
  // Seeds that follow each other would begin alike; multiplying by an odd constant sets them apart.
  let state = (Math.imul(seed + 1, 2_654_435_761) ^ 0x5bd1e995) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  for (let warm = 0; warm < 8; warm += 1) next()
  const below = (limit: number) => next() % limit
  const pick = <A>(list: readonly A[]): A => {
    const one = list[below(list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const shuffled = <A>(list: readonly A[]): A[] => {
    const rest = [...list]
    const result: A[] = []
    while (rest.length > 0) result.push(...rest.splice(below(rest.length), 1))
    return result
  }
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => below(1_000_000) < probability * 1_000_000,
    pick,
    shuffled,
    some(list, least = 1) {
      const chosen = new Set(shuffled(list.map((_, index) => index)).slice(0, least + below(list.length - least + 1)))
      return list.filter((_, index) => chosen.has(index))
    },
  }
}
