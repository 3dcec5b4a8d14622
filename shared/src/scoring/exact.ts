/**
 * Exact numbers: reduced fractions of bigints. Every point in the program passes through here, because a float loses
 * the third decimal of a mean and with it a place. This file never rounds: see `rounding.ts`.
 */

/** `n / d`, reduced, with `d > 0`. Make one only with the functions of this file. */
export type Exact = { readonly n: bigint; readonly d: bigint }

/** The only written form of a number that is accepted: no exponent, no comma, no plus sign, no bare point. */
export const DECIMAL_FORM = /^-?\d+(\.\d+)?$/

/** A value that no decimal writes in full. */
export const FRACTION_FORM = /^-?\d+\/[1-9]\d*$/

/** The fraction `n / d` in lowest terms. Throws `RangeError` when `d` is 0. */
export function fraction(n: bigint, d = 1n): Exact {
  if (d === 1n) return { n, d }
  if (d === 0n) throw new RangeError('a fraction cannot have the denominator 0')
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n)
  return { n: n / divisor, d: d / divisor }
}

export const ZERO: Exact = fraction(0n)

/** Marks repeat: a scale has a few dozen of them, and a large panel reads them thousands of times. */
const parsed = new Map<string, Exact>()
/** What is beyond it is read anew each time. */
const MOST_PARSED = 4096

/** Reads a decimal string such as `"8.25"` or `"-3"`. Throws `RangeError` for any other form. */
export function parseDecimal(text: string): Exact {
  const known = parsed.get(text)
  if (known) return known
  const read = readDecimal(text)
  if (parsed.size < MOST_PARSED) parsed.set(text, read)
  return read
}

function readDecimal(text: string): Exact {
  if (!DECIMAL_FORM.test(text)) throw new RangeError(`not a decimal number: ${JSON.stringify(text)}`)
  const point = text.indexOf('.')
  if (point < 0) return fraction(BigInt(text))
  const places = text.length - point - 1
  return fraction(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(places))
}

/** Reads what `toFraction` writes: `"53/3"`, or a decimal. Throws `RangeError` for any other form. */
export function parseFraction(text: string): Exact {
  if (!FRACTION_FORM.test(text)) return parseDecimal(text)
  const slash = text.indexOf('/')
  return fraction(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)))
}

/** A whole number, such as a count of sheets or of minutes. Throws `RangeError` when it is not whole. */
export function whole(count: number): Exact {
  return fraction(BigInt(count))
}

export function add(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function sub(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function mul(a: Exact, b: Exact): Exact {
  // Most weights are 1.
  if (a.n === a.d) return b
  return fraction(a.n * b.n, a.d * b.d)
}

/** Throws `RangeError` when `b` is 0. */
export function div(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.d, a.d * b.n)
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it: ascending. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/**
 * 0 for an empty list. Summed up for each denominator by itself first, of which a long list of marks has a handful, and put in lowest
 * terms once.
 */
export function sum(values: readonly Exact[]): Exact {
  const denominators: bigint[] = []
  const sums: bigint[] = []
  for (const { n, d } of values) {
    let at = 0
    while (at < denominators.length && denominators[at] !== d) at += 1
    denominators[at] = d
    sums[at] = (sums[at] ?? 0n) + n
  }
  let total = 0n
  let common = 1n
  for (const [at, n] of sums.entries()) {
    const d = denominators[at] ?? 1n
    total = total * d + n * common
    common *= d
  }
  return fraction(total, common)
}

/** Values with what they come to. */
export interface Column {
  readonly count: number
  readonly total: Exact
  /** Listed when they are asked for: of a long column often only the total is. */
  readonly values: readonly Exact[]
}

export function columnOf(values: readonly Exact[]): Column {
  return { count: values.length, total: sum(values), values }
}

/** Throws `RangeError` for an empty column: nothing has no mean. */
export function meanOf({ count, total }: Column): Exact {
  return div(total, whole(count))
}

/** Throws `RangeError` for an empty list. */
export function mean(values: readonly Exact[]): Exact {
  return meanOf(columnOf(values))
}

export function isZero(x: Exact): boolean {
  return x.n === 0n
}

export function isNegative(x: Exact): boolean {
  return x.n < 0n
}

export function absolute(x: Exact): Exact {
  return x.n < 0n ? { n: -x.n, d: x.d } : x
}

/**
 * `x` with exactly that many decimal places, such as `"86.50"`. Throws `RangeError` when `x` needs more places than
 * that: losing a digit is the work of `rounding.ts` and is always asked for by name.
 */
export function toDecimal(x: Exact, decimals: number): string {
  const scaled = x.n * 10n ** BigInt(decimals)
  if (scaled % x.d !== 0n) throw new RangeError(`${x.n}/${x.d} does not fit ${decimals} decimal places`)
  const units = scaled / x.d
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const split = digits.length - decimals
  const sign = units < 0n ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, split)}.${digits.slice(split)}`
}

/** How many decimal places write `x` in full, or `null` when no number of them does (as with 1/3). */
export function placesNeeded(x: Exact): number | null {
  const [withoutTwos, twos] = divideOut(x.d, 2n)
  const [rest, fives] = divideOut(withoutTwos, 5n)
  return rest === 1n ? Math.max(twos, fives) : null
}

/** The value without any loss: a decimal where one exists (`"15.5"`), otherwise a fraction (`"53/3"`). */
export function toFraction(x: Exact): string {
  const places = placesNeeded(x)
  return places === null ? `${x.n}/${x.d}` : toDecimal(x, places)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

function divideOut(number: bigint, factor: bigint): [rest: bigint, times: number] {
  let rest = number
  let times = 0
  while (rest % factor === 0n) {
    rest /= factor
    times += 1
  }
  return [rest, times]
}
