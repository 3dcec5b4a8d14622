/** One cell of a paper as one of a worksheet: figures are numbers with their places, texts stay texts, whatever they begin with. */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { CellObject } from 'write-excel-file/node'
import { escaped } from '../../workbooks/escaped.ts'
import type { Cell, ColumnKind, Figure } from '../paper.ts'
import { written } from '../written.ts'
import { places } from './places.ts'

/** Spreadsheet programs keep so many digits of a number. */
const DIGITS_KEPT = 15

const STRUCK_COLOUR = '#7c858b'

const alignments = { place: 'center', figure: 'right', short: 'center', name: 'left', sentence: 'left' } as const

/** As it is read in the worksheet, for measuring. */
export function shownText(cell: Cell | undefined, language: Language): string {
  return cell && cell.content !== null ? written(cell.content, language) + marked(cell.mark) : ''
}

/** Value, number format and look. A mark behind a figure is part of its format, so that the number stays one. */
export function contentCell(cell: Cell, kind: ColumnKind, language: Language): CellObject {
  const { content, mark } = cell
  const look: CellObject = {
    align: alignments[kind],
    alignVertical: 'top',
    wrap: true,
    ...(cell.bold ? { fontWeight: 'bold' } : {}),
    ...(cell.struck ? { textDecoration: { strikethrough: true }, textColor: STRUCK_COLOUR } : {}),
  }
  if (content === null && !mark) return look
  if (content !== null && typeof content !== 'string' && isKept(content)) {
    return { ...look, value: Number(content.number), type: Number, format: numberFormat(content, mark) }
  }
  return { ...look, value: escaped(shownText(cell, language)), type: String, format: '@' }
}

function isKept({ number }: Figure): boolean {
  return number.replace(/\D/g, '').replace(/^0+/, '').length <= DIGITS_KEPT
}

function numberFormat(figure: Figure, mark: string | undefined): string {
  const digits = '0'.repeat(places(figure))
  const number = digits === '' ? '#,##0' : `#,##0.${digits}`
  return mark ? `${number}"${marked(mark).replaceAll('"', '')}"` : number
}

/** A number as a mark stands in brackets: `9.5 1` would be another figure. */
function marked(mark: string | undefined): string {
  if (!mark) return ''
  return /^\p{N}+$/u.test(mark) ? ` (${mark})` : ` ${mark}`
}
