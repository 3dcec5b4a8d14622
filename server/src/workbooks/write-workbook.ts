/** Sheets of cells as the bytes of an .xlsx file that people like to work in: headings that stay, columns wide enough, days that look like days. */
import { type CellContent, isBlank, type SheetTable } from '@bang-diem/shared/contest/workbook/cells.ts'
import writeSheets, { type CellObject, type Sheet } from 'write-excel-file/node'

/** Widths of columns, in characters. */
const widths = { least: 9, most: 46, margin: 2 }

/** Of rows, in points. */
const heights = { line: 16, most: 320, guide: 22 }

const colours = { heading: '#0f3d5c', onHeading: '#ffffff', guide: '#f4efe2' } as const

export function bytesOf(sheets: readonly SheetTable[]): Promise<Buffer> {
  const written = sheets.map((sheet, index) => (index === 0 ? guide(sheet) : table(sheet)))
  return writeSheets(written, { fontFamily: 'Arial', fontSize: 11 }).toBuffer()
}

function table({ name, rows }: SheetTable): Sheet<never> {
  const [headings = [], ...rest] = rows
  const wide = headings.map((_, column) => widthOf(rows.map((row) => row[column])))
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: wide.map((width) => ({ width })),
    data: [headings.map((content) => heading(content)), ...rest.map((row) => tall(row, wide))],
  }
}

/** As high as its longest cell: not every program looks for itself. */
function tall(row: readonly CellContent[], wide: readonly number[]): CellObject[] {
  const lines = row.map((content, column) => linesIn(content, wide[column] ?? widths.most))
  const height = Math.min(heights.most, heights.line * Math.max(1, ...lines))
  return row.map((content) => ({ ...cell(content), height }))
}

function linesIn(content: CellContent, width: number): number {
  const lines = shownText(content).split('\n')
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - widths.margin))), 0)
}

/** The first sheet is for reading: lines of text, then what may be written where. */
function guide({ name, rows }: SheetTable): Sheet<never> {
  return {
    sheet: name,
    showGridLines: false,
    columns: [{ width: 34 }, { width: 92 }, { width: 46 }],
    data: rows.map((row) => {
      if (row.length > 1) return row.map((content, column) => ({ ...cell(content), ...(column === 0 ? bold : {}) }))
      const [line] = row
      return isBlank(line)
        ? [null]
        : [{ ...cell(line), columnSpan: 3, height: heights.guide, backgroundColor: colours.guide }, null, null]
    }),
  }
}

function widthOf(contents: readonly (CellContent | undefined)[]): number {
  const longest = contents.map((content) =>
    Math.max(
      ...shownText(content)
        .split('\n')
        .map((line) => line.length),
    ),
  )
  return Math.min(widths.most, Math.max(widths.least, ...longest) + widths.margin)
}

function shownText(content: CellContent | undefined): string {
  if (isBlank(content)) return ''
  if (typeof content !== 'object') return String(content)
  return Object.values(content).join('')
}

function heading(content: CellContent): CellObject {
  return {
    value: shownText(content),
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'center',
    textColor: colours.onHeading,
    backgroundColor: colours.heading,
  }
}

const bold = { fontWeight: 'bold' } as const
const look = { wrap: true, alignVertical: 'top' } as const

function cell(content: CellContent | undefined): CellObject {
  if (isBlank(content)) return { ...look }
  if (typeof content === 'string') return { ...look, value: escaped(content), type: String, format: '@' }
  if (typeof content === 'boolean') return { ...look, value: content, type: Boolean }
  if ('number' in content) return { ...look, value: Number(content.number), type: Number, align: 'right' }
  if ('date' in content) {
    return { ...look, value: new Date(`${content.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', align: 'right' }
  }
  return { ...look, value: '=NA()', type: 'Formula' }
}

/**
 * What XML cannot hold, as spreadsheet programs write it: `_x0001_`. The library leaves such characters out, and a text that happens to
 * look like one of these would be read as something else.
 */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc\u{10000}-\u{10ffff}]|\p{Noncharacter_Code_Point}/gu,
      codes,
    )
}

/** One code a unit, which is also how a sign beyond the first plane is put together again. */
function codes(sign: string): string {
  const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at))
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('')
}
