/**
 * Decimal strings as people of a language write them, and back. Text in, text out: a score never passes through a
 * floating-point number.
 */
import type { Language } from './say.ts'

const marks: Readonly<Record<Language, { readonly point: string; readonly group: string }>> = {
  vi: { point: ',', group: '.' },
  en: { point: '.', group: ',' },
}

/**
 * `92.25` → `92,25`; `1234.5` → `1.234,5`. `decimals` adds zeros up to so many digits after the point (`18` → `18,00`) and never
 * takes one away: rounding is the rules' business.
 */
export function showDecimal(text: string, language: Language, decimals = 0): string {
  const { point, group } = marks[language]
  const negative = text.startsWith('-')
  const [whole = '', digits = ''] = (negative ? text.slice(1) : text).split('.')
  const after = digits.padEnd(decimals, '0')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${negative ? '−' : ''}${grouped}${after === '' ? '' : point + after}`
}

/**
 * What somebody typed, as a decimal string: `9,5` and `9.5` are both `9.5`, ` 08,50 ` is `8.5`. Null when it is no
 * number of zero or more.
 */
export function readDecimal(typed: string): string | null {
  const found = /^(\d{1,9})(?:[.,](\d{0,6}))?$/.exec(typed.trim())
  if (found === null) return null
  const [, whole = '', digits = ''] = found
  const before = whole.replace(/^0+(?=\d)/, '')
  const after = digits.replace(/0+$/, '')
  return after === '' ? before : `${before}.${after}`
}
