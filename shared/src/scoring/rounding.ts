/**
 * The only place where a digit is lost. Rounding happens where a contest's rules name it (SPEC S-3) and where a figure
 * is written for people (S-4); everything between stays exact.
 */
import * as v from 'valibot'
import { type Exact, fraction, placesNeeded, toDecimal } from './exact.ts'

export const ROUNDING_PLACES = ['clamped-mark', 'criterion', 'weighted-criterion', 'sheet', 'round', 'total'] as const
export type RoundingPlace = (typeof ROUNDING_PLACES)[number]

export const ROUNDING_MODES = ['half-up', 'half-even', 'truncate'] as const
export type RoundingMode = (typeof ROUNDING_MODES)[number]

/** Six places are more than any published regulation uses, and keep every figure readable. */
const MOST_DECIMALS = 6

export const roundingSchema = v.strictObject({
  at: v.picklist(ROUNDING_PLACES),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_DECIMALS)),
  mode: v.optional(v.picklist(ROUNDING_MODES), 'half-up'),
})
export type Rounding = v.InferOutput<typeof roundingSchema>

/** How figures are written for people: SPEC S-4. */
export type Display = Pick<Rounding, 'decimals' | 'mode'>

const DEFAULT_TOTAL: Rounding = { at: 'total', decimals: 2, mode: 'half-up' }

/**
 * The nearest number with that many decimal places (SPEC S-2). `half-up` takes a half away from zero, so that −0.5 and
 * 0.5 mirror each other; `half-even` takes a half to the even digit; `truncate` cuts towards zero.
 */
export function round(x: Exact, decimals: number, mode: RoundingMode): Exact {
  const scale = 10n ** BigInt(decimals)
  const scaled = (x.n < 0n ? -x.n : x.n) * scale
  const units = scaled / x.d
  const twiceRest = (scaled % x.d) * 2n
  const rounded = isRoundedAway(twiceRest, x.d, units, mode) ? units + 1n : units
  return fraction(x.n < 0n ? -rounded : rounded, scale)
}

/** `x` as a person reads it, rounded to a fixed number of places: `"17.83"` for 107/6. */
export function shown(x: Exact, { decimals, mode }: Display): string {
  return toDecimal(round(x, decimals, mode), decimals)
}

/**
 * An amount that somebody entered (a mark, a deduction), in full: at least the displayed places and as many more as it
 * needs. A deduction of 0.25 must not read as 0 because totals are whole numbers.
 */
export function written(x: Exact, display: Display): string {
  const places = placesNeeded(x)
  return places === null ? shown(x, display) : toDecimal(x, Math.max(places, display.decimals))
}

/** As short as it can be written in full (`"2.5"`, `"9"`); rounded like `display` where no decimal is exact. */
export function brief(x: Exact, display: Display): string {
  const places = placesNeeded(x)
  return places === null ? shown(x, display) : toDecimal(x, places)
}

/** The rounding that the rules name for one place, or `null`: nothing is rounded there. */
export function roundingAt(rounding: readonly Rounding[], place: RoundingPlace): Rounding | null {
  return rounding.find((entry) => entry.at === place) ?? null
}

/** The rounding of totals; two decimals, half-up, where the rules name none (SPEC S-3). */
export function totalRounding(rounding: readonly Rounding[]): Rounding {
  return roundingAt(rounding, 'total') ?? DEFAULT_TOTAL
}

/** How a figure rounded at `place` is written: with that rounding where it is named, otherwise like the total. */
export function displayAt(rounding: readonly Rounding[], place: RoundingPlace): Display {
  return roundingAt(rounding, place) ?? totalRounding(rounding)
}

/** `x` rounded where the rules name a rounding for `place`, otherwise `x` itself. */
export function roundedAt(x: Exact, rounding: readonly Rounding[], place: RoundingPlace): Exact {
  const named = place === 'total' ? totalRounding(rounding) : roundingAt(rounding, place)
  return named === null ? x : round(x, named.decimals, named.mode)
}

function isRoundedAway(twiceRest: bigint, divisor: bigint, units: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'half-up':
      return twiceRest >= divisor
    case 'half-even':
      return twiceRest > divisor || (twiceRest === divisor && units % 2n === 1n)
    case 'truncate':
      return false
  }
}
