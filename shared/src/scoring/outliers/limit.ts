/** How far a value may lie from the mean of all, for every rule that has such a limit (SPEC S-6). */
import * as v from 'valibot'
import { absolute, compare, type Exact, fraction, mul, parseDecimal, sub } from '../exact.ts'
import { type Wording, withComma } from '../wording.ts'

export const limitEntries = {
  /** Points (`"1.5"`), or a share (`"10%"`). */
  limit: v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?%?$/, 'not-a-decimal')),
  /** What a share is of: the most that the value can be, or the mean of all values. */
  of: v.optional(v.picklist(['maximum', 'mean']), 'maximum'),
}

export type Limit = { readonly limit: string; readonly of: 'maximum' | 'mean' }

/** The distance from the mean that is still allowed. */
export function distanceOf({ limit, of }: Limit, mean: Exact, maximum: Exact): Exact {
  if (!limit.endsWith('%')) return parseDecimal(limit)
  return mul(mul(parseDecimal(limit.slice(0, -1)), fraction(1n, 100n)), of === 'mean' ? mean : maximum)
}

/** Strictly farther than allowed. */
export function isTooFar(value: Exact, mean: Exact, distance: Exact): boolean {
  return compare(absolute(sub(value, mean)), distance) > 0
}

/** The limit in a printed rule: `10% điểm tối đa`. */
export function limitWords({ limit, of }: Limit): Wording {
  if (!limit.endsWith('%')) return { vi: `${withComma(limit)} điểm`, en: `${limit} points` }
  return of === 'mean'
    ? { vi: `${withComma(limit)} điểm trung bình`, en: `${limit} of the mean` }
    : { vi: `${withComma(limit)} điểm tối đa`, en: `${limit} of the maximum` }
}
