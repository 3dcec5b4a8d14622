/**
 * What a scale allows: its places after the point, and the quick fractions that suit its step. Everything is computed exactly, on
 * decimal strings; no mark is ever a floating number.
 */
import {
  add,
  compare,
  div,
  type Exact,
  fraction,
  mul,
  parseDecimal,
  placesNeeded,
  sub,
} from '@bang-diem/shared/scoring/exact.ts'

/** Bounds and step of a criterion as decimal strings; a mark is `min` plus a whole number of steps, at most `max`. */
export type Scale = { readonly min: string; readonly max: string; readonly step: string }

const QUICK_FRACTIONS = ['.25', '.5', '.75'] as const
export type QuickFraction = (typeof QUICK_FRACTIONS)[number]

/** True when `mark` is `min` plus a whole number of steps. Bounds are not looked at. */
export function isOnStep(mark: Exact, { min, step }: Scale): boolean {
  return isWhole(div(sub(mark, parseDecimal(min)), parseDecimal(step)))
}

/** True when the scale has a mark from `low` to `high`, both included. */
export function hasMarkIn({ min, max, step }: Scale, low: string, high: string): boolean {
  const first = parseDecimal(min)
  const steps = div(sub(parseDecimal(low), first), parseDecimal(step))
  const next = add(first, mul(fraction(roundedUp(steps)), parseDecimal(step)))
  const lowest = compare(next, first) < 0 ? first : next
  return compare(lowest, parseDecimal(high)) <= 0 && compare(lowest, parseDecimal(max)) <= 0
}

/** How many digits after the point a mark of this scale can need: 2 for quarters, 0 for whole numbers. */
export function placesOf({ min, step }: Scale): number {
  return Math.max(places(min), places(step))
}

/** The fractions that make a mark with every whole number; none where the step does not divide 1. */
export function quickFractions(scale: Scale): readonly QuickFraction[] {
  if (!isWhole(div(parseDecimal('1'), parseDecimal(scale.step)))) return []
  return QUICK_FRACTIONS.filter((quick) => isOnStep(parseDecimal(`0${quick}`), scale))
}

function places(decimal: string): number {
  // A decimal string always has a finite number of places; `null` is for fractions such as 1/3.
  return placesNeeded(parseDecimal(decimal)) ?? 0
}

/** The smallest whole number that is not below `x`. */
function roundedUp(x: Exact): bigint {
  const cut = x.n / x.d
  return cut * x.d < x.n ? cut + 1n : cut
}

function isWhole(x: Exact): boolean {
  return x.d === 1n
}
