/**
 * The tables of a paper as a workbook: one worksheet each, ready to be printed. Figures are numbers, never formulas and never texts, and look as
 * they do on the page; nothing is computed.
 */
import writeSheets, { type CellObject, type Sheet } from 'write-excel-file/node'
import { escaped } from '../../workbooks/escaped.ts'
import { heightFor, linesIn, widthFor } from '../../workbooks/room-for.ts'
import type { Paper, Row } from '../paper.ts'
import { contentCell, shownText } from './content-cell.ts'
import { onePageWide } from './one-page-wide.ts'
import { sheetNames } from './sheet-names.ts'
import { type TitledTable, titledTables } from './titled-tables.ts'

const MOST_CHARACTERS = { place: 12, figure: 16, short: 20, name: 34, sentence: 60 } as const

const HEADING_FILL = '#dbe6ee'
const line = { borderStyle: 'thin', borderColor: '#8a97a0' } as const

/** The bytes of an .xlsx file (SPEC W-30, W-31, W-32). The paper has a table. */
export async function renderXlsx(paper: Paper): Promise<Uint8Array> {
  const tables = titledTables(paper)
  const names = sheetNames(tables.map(({ table }) => table.name))
  const sheets = tables.map((titled, index) => worksheet(titled, names[index] ?? '', paper))
  const options = { fontFamily: 'Arial', fontSize: 11, features: [onePageWide] }
  return await writeSheets(sheets, options).toBuffer()
}

function worksheet({ table, lines }: TitledTable, name: string, paper: Paper): Sheet<never> {
  const wide = table.columns.map(({ title, kind }, column) => {
    const texts = table.rows.map(({ cells }) => shownText(cells[column], paper.language))
    // A long heading wraps between its words rather than widen a column of figures.
    return widthFor([...texts, ...title.split(/\s+/)], MOST_CHARACTERS[kind])
  })
  const whole = wide.reduce((sum, width) => sum + width, 0)
  // A merged cell of one column is no merged cell, and some programs refuse it.
  const span = wide.length > 1 ? { columnSpan: wide.length } : {}
  const across = (text: string, look: CellObject) => spread(text, { ...look, ...span }, whole)
  const head = [
    ...lines.map((text, index) =>
      across(text, index === 0 ? { fontWeight: 'bold', fontSize: 14, align: 'center' } : { align: 'center' }),
    ),
    [],
    headings(table.columns, wide),
  ]
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: head.length,
    columns: wide.map((width) => ({ width })),
    data: [
      ...head,
      ...table.rows.map((row) => written(row, table.columns, wide, paper)),
      [],
      ...table.notes.map((note) => across(note, { fontSize: 10 })),
      across(paper.foot, { fontSize: 9, textColor: '#5b656c' }),
    ],
  }
}

function headings(columns: TitledTable['table']['columns'], wide: readonly number[]): CellObject[] {
  const height = heightFor(columns.map(({ title }, column) => linesIn(title, wide[column] ?? 0)))
  return columns.map(({ title }) => ({
    ...line,
    value: escaped(title),
    type: String,
    format: '@',
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    backgroundColor: HEADING_FILL,
    height,
  }))
}

function written(
  { cells }: Row,
  columns: TitledTable['table']['columns'],
  wide: readonly number[],
  { language }: Paper,
): CellObject[] {
  const height = heightFor(cells.map((cell, column) => linesIn(shownText(cell, language), wide[column] ?? 0)))
  return cells.map((cell, column) => ({
    ...line,
    ...contentCell(cell, columns[column]?.kind ?? 'short', language),
    height,
  }))
}

/** Across the whole table. A merged cell does not grow by itself, so that its height is given. */
function spread(text: string, look: CellObject, width: number): (CellObject | null)[] {
  const height = heightFor([linesIn(text, width)]) + ((look.fontSize ?? 0) > 11 ? 6 : 0)
  const cell = { ...look, value: escaped(text), type: String, format: '@', wrap: true, height }
  return [cell, ...Array.from({ length: (look.columnSpan ?? 1) - 1 }, () => null)]
}
