/** Every way in which a stage may come to its places: one line each. */
import * as v from 'valibot'
import { type BoundChoice, chosen } from '../choice.ts'
import type { Wording } from '../wording.ts'
import { majority } from './majority.ts'
import type { Placed, PlacingInput } from './method.ts'
import { placings } from './placings.ts'
import { rankPoints } from './rank-points.ts'
import { total } from './total.ts'

export const placingMethods = [total, placings, rankPoints, majority] as const

export const placingSchema = v.variant(
  'method',
  placingMethods.map((method) => method.schema),
)
export type Placing = v.InferOutput<typeof placingSchema>

/** The chosen method, ready to place teams and to print its rule. */
export function placingMethod(placing: Placing): BoundChoice<PlacingInput, Placed> {
  return chosen(placingMethods, placing.method).bind(placing)
}

/** True when the lower of two totals is the better one. */
export function lowerWins(placing: Placing): boolean {
  return chosen(placingMethods, placing.method).lowerWins
}

/** Which of two marks is the better one: the lower where judges write down places (SPEC S-43). */
export function betterMark(placing: Placing): 'higher' | 'lower' {
  return 'better' in placing ? placing.better : 'higher'
}

/** True when the method looks at what each judge gave, and not only at scores. */
export function ranksJudges(placing: Placing): boolean {
  return chosen(placingMethods, placing.method).ranksJudges(placing)
}

/** The titles of the rules by which methods part equal totals themselves, by the rule's id. */
export const tieTitles: Readonly<Record<string, Wording>> = Object.fromEntries(
  placingMethods.flatMap(({ ties }) => Object.entries(ties)),
)
