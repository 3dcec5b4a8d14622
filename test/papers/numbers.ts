/** Numbers of papers as they are written in a language, and the little arithmetic that the API leaves to its reader. */

import type { Rounding } from '@bang-diem/shared/scoring/rounding.ts'
import { inFull, num, over, plus, times, ZERO } from '@bang-diem/verifier/scoring/numbers.ts'

export type Language = 'vi' | 'en'

const forms: Readonly<Record<Language, RegExp>> = {
  vi: /^([−-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/,
  en: /^([−-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/,
}

/** `#-1234.5` for `−1.234,50`: every way of writing one number is the same. Anything else is left as it is. */
export function canonical(word: string, language: Language): string {
  const [, sign = '', whole, digits = ''] = forms[language].exec(word) ?? []
  if (whole === undefined) return word
  return canonicalDecimal(`${sign === '' ? '' : '-'}${whole.replace(/\D/g, '')}.${digits}`)
}

/** The same for a decimal text of the API. A fraction is left as it is. */
export function canonicalDecimal(text: string): string {
  const [, sign = '', whole = '', digits = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? []
  if (whole === '') return text
  const after = digits.replace(/0+$/, '')
  return `#${sign}${whole.replace(/^0+(?=\d)/, '')}${after === '' ? '' : `.${after}`}`
}

/** Σ weight × mark of a sheet, in full. */
export function sheetSum(marks: Readonly<Record<string, string>>, criteria: readonly WeighedCriterion[]): string {
  const sum = criteria.reduce((all, { id, weight }) => plus(all, times(num(weight), num(marks[id] ?? '0'))), ZERO)
  return inFull(sum, 0, { decimals: 6, mode: 'half-up' })
}

interface WeighedCriterion {
  readonly id: string
  readonly weight: string
}

/** The sum of decimals and fractions: in full where there is a decimal, else rounded as the stage shows what stands there (SPEC S-4). */
export function exactSum(exact: readonly string[], precision: Precision): string {
  const sum = exact.reduce((all, text) => plus(all, fromText(text)), ZERO)
  return inFull(sum, 0, precision)
}

type Precision = Pick<Rounding, 'decimals' | 'mode'>

function fromText(text: string) {
  const [above = '0', below = '1'] = text.split('/')
  return over(num(above), num(below))
}

/** How figures are shown at a place: as it is rounded there, else as the total is; two decimals where neither is named. */
export function precisionAt(rounding: readonly Rounding[], place: Rounding['at']): Precision {
  const named = (at: Rounding['at']) => rounding.find((each) => each.at === at)
  return named(place) ?? named('total') ?? { decimals: 2, mode: 'half-up' }
}

/** Whether a float of a spreadsheet is this number. */
export function isNumber(value: number, text: string): boolean {
  return canonicalDecimal(text) === canonicalDecimal(plain(value))
}

/** Without an exponent. */
function plain(value: number): string {
  return Math.abs(value) < 1e-6 ? value.toFixed(12) : String(value)
}
