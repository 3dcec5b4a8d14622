/**
 * Ranks by counting how many are better, and parting by asking of each how many stand before it: SPEC S-25, S-43, S-44.
 * It never sorts what it ranks.
 */
import { meanOf, type Num, num, order } from './numbers.ts'

export type Better = 'higher' | 'lower'
export type Shared = 'average' | 'best'

export type Rank = {
  readonly team: string
  /** The places that the team and its equals take up. */
  readonly takesUp: readonly number[]
  readonly rank: Num
}

/** Below zero where `a` is better than `b`. */
export function betterFirst(better: Better) {
  return (a: Num, b: Num) => (better === 'higher' ? order(b, a) : order(a, b))
}

export function ranksOf(values: ReadonlyMap<string, Num>, better: Better, shared: Shared): Rank[] {
  const compare = betterFirst(better)
  return [...values].map(([team, own]) => {
    const others = [...values.values()]
    const before = others.filter((other) => compare(other, own) < 0).length
    const equal = others.filter((other) => compare(other, own) === 0).length
    const takesUp = Array.from({ length: equal }, (_, index) => before + 1 + index)
    const rank = shared === 'best' ? num(before + 1) : meanOf(takesUp.map((place) => num(place)))
    return { team, takesUp, rank }
  })
}

/** The best first; equals stay together, in the order in which they came. */
export function partedBy(teams: readonly string[], compare: (a: string, b: string) => number): string[][] {
  const parts: string[][] = []
  for (let before = 0; before < teams.length; before += 1) {
    const part = teams.filter((team) => teams.filter((other) => compare(other, team) < 0).length === before)
    if (part.length > 0) parts.push(part)
  }
  return parts
}
