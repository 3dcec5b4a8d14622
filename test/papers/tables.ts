/** Tables as other programs read them: a workbook by a reader, comma-separated values by the letter of their standard. */
import readSheets from 'read-excel-file/node'
import { csvRows } from '../documents/csv-rows.ts'
import { comparable, wordsOf } from './account.ts'
import type { Content, ExpectedTable } from './expected.ts'
import { isNumber, type Language } from './numbers.ts'

type Cell = string | number | null

/** The first difference; null where there is none. */
export async function workbookDifference(
  bytes: Buffer,
  tables: readonly ExpectedTable[],
  language: Language,
): Promise<string | null> {
  const sheets = await readSheets(bytes)
  if (sheets.length !== tables.length) return `${sheets.length} worksheets for ${tables.length} tables`
  for (const [index, { sheet, data: read }] of sheets.entries()) {
    const cells = read.map((row) => row.map((value): Cell => (typeof value === 'number' ? value : textOf(value))))
    const found = tableDifference(cells, tables[index]?.rows ?? [], (cell, content) => isSame(cell, content, language))
    if (found !== null) return `${sheet}: ${found}`
  }
  return null
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

export function csvDifference(bytes: Buffer, tables: readonly ExpectedTable[], language: Language): string | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (!text.startsWith('\uFEFF')) return 'no byte order mark'
  const rows = csvRows(text.slice(1), language === 'vi' ? ';' : ',')
  const breaks = rows.flatMap((row, index) => (row.length === 0 ? [index] : []))
  const parts = [...breaks, rows.length].map((end, index) =>
    rows.slice(index === 0 ? 0 : (breaks[index - 1] ?? 0) + 1, end),
  )
  if (parts.length !== tables.length) return `${parts.length} tables for ${tables.length}`
  for (const [index, part] of parts.entries()) {
    const headings = tables.length > 1 ? 2 : 1
    const wanted = tables[index]?.rows ?? []
    if (part.length !== wanted.length + headings) return `${part.length} rows for ${wanted.length}`
    const cells = part.map((row) => row.map((cell): Cell => (cell === '' ? null : cell)))
    const found = tableDifference(cells, wanted, (cell, content) => sameText(cell, content, language))
    if (found !== null) return found
  }
  return null
}

type Same = (cell: Cell, content: Content) => boolean

/** The rows one below the other, and no number anywhere else. */
function tableDifference(
  cells: readonly (readonly Cell[])[],
  rows: readonly (readonly Content[])[],
  same: Same,
): string | null {
  const wanted = rows.map((row) => row.flatMap(sideBySide))
  const matches = (at: number) => wanted.every((row, index) => isSameRow(cells[at + index] ?? [], row, same))
  const begin = cells.findIndex((_, at) => matches(at))
  if (begin < 0) return `its rows are not ${JSON.stringify(rows)} but ${JSON.stringify(cells)}`
  const others = cells.filter((_, index) => index < begin || index >= begin + rows.length)
  const stray = others.flat().find((cell) => typeof cell === 'number')
  return stray === undefined ? null : `a number that nobody gave: ${stray}`
}

/** What stands below each other on a page has cells of its own in a table file. */
function sideBySide(content: Content): readonly Content[] {
  return content !== null && typeof content !== 'string' && 'together' in content ? content.together : [content]
}

function isSameRow(cells: readonly Cell[], row: readonly Content[], same: Same): boolean {
  return cells.length === row.length && row.every((content, column) => same(cells[column] ?? null, content))
}

/** A figure must be a number there, unless it has more digits than a spreadsheet keeps. */
function isSame(cell: Cell, content: Content, language: Language): boolean {
  if (!isFigure(content)) return typeof cell !== 'number' && sameText(cell, content, language)
  if (typeof cell === 'number') return isNumber(cell, content.number)
  return content.number.replace(/\D/g, '').length > 15 && sameText(cell, content, language)
}

function isFigure(content: Content): content is { readonly number: string } {
  return content !== null && typeof content !== 'string' && 'number' in content
}

/** Word by word, since a text may hold numbers as they are written in the language. */
function sameText(cell: Cell, content: Content, language: Language): boolean {
  return comparable(String(cell ?? ''), language).join(' ') === wordsOf([content], language).join(' ')
}
