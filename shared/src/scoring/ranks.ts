/** Ranks of values among each other, and what equals share (SPEC S-43, S-44). */
import * as v from 'valibot'
import { compare, type Exact, fraction, whole } from './exact.ts'

/** Which value is the better one. */
export const betterSchema = v.optional(v.picklist(['higher', 'lower']), 'higher')
/** What equals get of the places that they take up. */
export const sharedSchema = v.optional(v.picklist(['average', 'best']), 'average')

export type RankBy = { readonly better: 'higher' | 'lower'; readonly shared: 'average' | 'best' }

export type Ranked<Item> = {
  readonly item: Item
  readonly rank: Exact
  /** The places that this one and its equals take up, from 1. */
  readonly from: number
  readonly to: number
}

/** Best first; equals in the order in which they came. */
export function ranked<Item>(items: readonly Item[], figureOf: (item: Item) => Exact, by: RankBy): Ranked<Item>[] {
  const direction = by.better === 'higher' ? -1 : 1
  const sorted = items
    .map((item) => ({ item, value: figureOf(item) }))
    .sort((a, b) => direction * compare(a.value, b.value))
  const places: Ranked<Item>[] = []
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start]
    if (first === undefined) break
    let end = start + 1
    while (end < sorted.length && compare(sorted[end]?.value ?? first.value, first.value) === 0) end += 1
    const [from, to] = [start + 1, end]
    const rank = by.shared === 'best' ? whole(from) : fraction(BigInt(from + to), 2n)
    for (const { item } of sorted.slice(start, end)) places.push({ item, rank, from, to })
    start = end
  }
  return places
}
