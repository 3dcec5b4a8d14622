/**
 * What a key does to the text of a mark. Texts have a point inside whatever the language writes; the page shows a comma or a point.
 *
 * It lets a judge type one digit more than the scale needs, so that a slip ("105") is seen and told instead of swallowed. It never
 * makes a mark out of nothing: a fraction needs its whole number first.
 */
import { placesOf, type QuickFraction, type Scale } from './scale.ts'

export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
export type Key = Digit | 'point' | 'erase' | QuickFraction

/** The longest text that is kept of what a keyboard or a clipboard sends. */
const LONGEST_TYPED = 16

/**
 * The text after `key`. `fresh`: the criterion was only just chosen, so that a digit writes over its old mark and *erase* clears it,
 * as with selected text; the point and the fractions keep its whole number.
 */
export function press(text: string, key: Key, scale: Scale, fresh: boolean): string {
  switch (key) {
    case 'erase':
      return fresh ? '' : text.slice(0, -1)
    case 'point':
      return withPoint(text, fresh)
    case '.25':
    case '.5':
    case '.75':
      return text === '' ? '' : wholeOf(text) + key
    default:
      return withDigit(fresh ? '' : text, key, scale)
  }
}

/** What a keyboard, a paste or an autofill has written: a comma is a point, spaces go, and the rest is left for the reading to judge. */
export function typed(raw: string): string {
  return raw.replace(/\s/g, '').replace(/,/g, '.').slice(0, LONGEST_TYPED)
}

function withPoint(text: string, fresh: boolean): string {
  if (text === '') return '0.'
  if (fresh) return `${wholeOf(text)}.`
  return text.includes('.') ? text : `${text}.`
}

function withDigit(text: string, digit: Digit, scale: Scale): string {
  if (text === '0') return digit
  const [whole = '', fraction] = text.split('.')
  const full = fraction === undefined ? whole.length > wholeOf(scale.max).length : fraction.length > placesOf(scale)
  return full ? text : text + digit
}

function wholeOf(text: string): string {
  return text.split('.')[0] ?? ''
}
