/**
 * The figures of a count-up, on scaled whole numbers: points never pass through a float, and the last figure is the very
 * text that was announced. Leading digits come to rest first and the last digit last, because the way there slows down.
 */

/** How finely the way is divided; only the *time* of a count-up is a float, and it ends here. */
const STEPS = 1_000_000

function placesOf(decimal: string): number {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.length - point - 1
}

function unitsOf(decimal: string, places: number): bigint {
  const [whole = '0', rest = ''] = decimal.replace('-', '').split('.')
  const units = BigInt(whole + rest.padEnd(places, '0'))
  return decimal.startsWith('-') ? -units : units
}

function decimalOf(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/**
 * The figure shown on the way between two decimal strings, with as many places as the goal; `progress` goes from 0 to 1, and at
 * 1 the answer is `to` itself.
 */
export function countedDecimal(from: string, to: string, progress: number): string {
  if (progress >= 1) return to
  const fine = Math.max(placesOf(from), placesOf(to))
  const [start, goal] = [unitsOf(from, fine), unitsOf(to, fine)]
  const step = BigInt(Math.max(0, Math.floor(progress * STEPS)))
  const units = start + ((goal - start) * step) / BigInt(STEPS)
  return decimalOf(units / 10n ** BigInt(fine - placesOf(to)), placesOf(to))
}

/** Ascending by value, for figures of one round; exact. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b))
  const difference = unitsOf(a, places) - unitsOf(b, places)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** How much of `whole` a score is, 0 to 1, for the length of a bar: a picture, not a figure. */
export function shareOf(part: string, whole: string): number {
  const places = Math.max(placesOf(part), placesOf(whole))
  const all = unitsOf(whole, places)
  if (all <= 0n) return 0
  const share = Number((unitsOf(part, places) * 1000n) / all) / 1000
  return Math.min(1, Math.max(0, share))
}
