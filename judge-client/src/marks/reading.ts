/**
 * Reads what a judge has typed for one criterion. A text is a mark only when it stands on the scale; a text that more keys can still
 * make into a mark ("8,2" on the way to "8,25") is unfinished and no fault. Nothing is corrected, rounded or filled in.
 */
import { compare, DECIMAL_FORM, parseDecimal, toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { hasMarkIn, isOnStep, placesOf, type Scale } from './scale.ts'

/** Why a text is not a mark. `below`, `above`, `off-step` and `not-a-number` are to be told with the scale's bounds. */
export type Fault = 'below' | 'above' | 'off-step' | 'not-a-number'

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'accepted'; readonly mark: string }
  | { readonly kind: 'unfinished'; readonly fault: Fault }
  | { readonly kind: 'refused'; readonly fault: Fault }

/** `text` has a point, never a comma; `mark` is the shortest decimal string: `"8.50"` and `"08.5"` are `"8.5"`. */
export function readMark(text: string, scale: Scale): Reading {
  if (text === '') return { kind: 'empty' }
  const fault = faultOf(text, scale)
  if (fault === null) return { kind: 'accepted', mark: toFraction(parseDecimal(closed(text))) }
  const unfinished = fault !== 'not-a-number' && canGrow(text, scale)
  return { kind: unfinished ? 'unfinished' : 'refused', fault }
}

function faultOf(text: string, scale: Scale): Fault | null {
  const decimal = closed(text)
  if (!DECIMAL_FORM.test(decimal)) return 'not-a-number'
  const value = parseDecimal(decimal)
  if (compare(value, parseDecimal(scale.min)) < 0) return 'below'
  if (compare(value, parseDecimal(scale.max)) > 0) return 'above'
  return isOnStep(value, scale) ? null : 'off-step'
}

/** A point that still waits for its digits: `"8."` counts as `"8"`. */
function closed(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text
}

/**
 * True when more digits can make the text a mark. Each number of further digits gives a span of values ("8," and two digits: 8.00 to
 * 8.99); the question is whether a mark of the scale lies in one of them.
 */
function canGrow(text: string, scale: Scale): boolean {
  const [whole = '', fraction] = text.split('.')
  const places = placesOf(scale)
  if (fraction !== undefined) {
    return fraction.length < places && hasMarkIn(scale, closed(text), grown(text, places - fraction.length))
  }
  // "0" grows by a point only: the keypad puts the next digit in its place.
  const digits = /^0/.test(whole) ? 0 : wholeDigits(scale.max) - whole.length
  for (let more = 0; more <= digits; more += 1) {
    const highest = `${whole}${'9'.repeat(more)}`
    if (hasMarkIn(scale, whole + '0'.repeat(more), places === 0 ? highest : grown(`${highest}.`, places))) return true
  }
  return false
}

function grown(text: string, digits: number): string {
  return text + '9'.repeat(digits)
}

function wholeDigits(decimal: string): number {
  return decimal.split('.')[0]?.length ?? 1
}
