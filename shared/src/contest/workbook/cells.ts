/**
 * A workbook as plain values: sheets with rows of cells, as a file format reads and writes them. It knows no file format and no contest.
 */

/** `number` is the number's text, so that no digit passes through a float; `date` is `2026-10-14`; `error` is what a formula failed with. */
export type CellContent =
  | string
  | boolean
  | null
  | { readonly number: string }
  | { readonly date: string }
  | { readonly error: string }

export interface SheetTable {
  readonly name: string
  readonly rows: readonly (readonly CellContent[])[]
}

/** Counted from 0. */
export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** `Đội thi!B7`, as spreadsheet programs call it. */
export function cellName({ sheet, row, column }: Place): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return `${sheet}!${letters}${row + 1}`
}

export function isBlank(content: CellContent | undefined): content is null | undefined | '' {
  return content === null || content === undefined || (typeof content === 'string' && content.trim() === '')
}

/** Spreadsheets keep fifteen digits of a number, and files may carry the float behind it: `9.5999999999999996` was typed as 9.6. */
const DIGITS_KEPT = 15

/** The number as it was typed: `9.6`; an exponent is written out where it is short. */
export function plainNumber(text: string): string {
  const isPlain = /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= DIGITS_KEPT
  if (isPlain) return text
  const value = Number(text)
  return Number.isFinite(value) ? String(Number(value.toPrecision(DIGITS_KEPT))) : text
}

/** How words in a workbook are compared: without regard to capitals, composed or not, and spaces. */
export function sameWord(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
