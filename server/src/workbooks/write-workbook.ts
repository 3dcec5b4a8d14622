/** Sheets of cells as the bytes of an .xlsx file that people like to work in: headings that stay, columns wide enough, days that look like days. */
import { type CellContent, isBlank, type SheetTable } from '@bang-diem/shared/contest/workbook/cells.ts'
import writeSheets, { type CellObject, type Sheet } from 'write-excel-file/node'
import { escaped } from './escaped.ts'
import { heightFor, linesIn, widthFor, widths } from './room-for.ts'

/** Of a line of the guide, in points. */
const GUIDE_HEIGHT = 22

const colours = { heading: '#0f3d5c', onHeading: '#ffffff', guide: '#f4efe2' } as const

export function bytesOf(sheets: readonly SheetTable[]): Promise<Buffer> {
  const written = sheets.map((sheet, index) => (index === 0 ? guide(sheet) : table(sheet)))
  return writeSheets(written, { fontFamily: 'Arial', fontSize: 11 }).toBuffer()
}

function table({ name, rows }: SheetTable): Sheet<never> {
  const [headings = [], ...rest] = rows
  const wide = headings.map((_, column) => widthFor(rows.map((row) => shownText(row[column]))))
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: wide.map((width) => ({ width })),
    data: [headings.map((content) => heading(content)), ...rest.map((row) => tall(row, wide))],
  }
}

/** As high as its longest cell. */
function tall(row: readonly CellContent[], wide: readonly number[]): CellObject[] {
  const height = heightFor(row.map((content, column) => linesIn(shownText(content), wide[column] ?? widths.most)))
  return row.map((content) => ({ ...cell(content), height }))
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
        : [{ ...cell(line), columnSpan: 3, height: GUIDE_HEIGHT, backgroundColor: colours.guide }, null, null]
    }),
  }
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
