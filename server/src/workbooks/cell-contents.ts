/** The bytes of an .xlsx file as sheets of cells. Everything is bounded; what is in the cells is not judged here. */
import { type CellContent, isBlank, type SheetTable } from '@bang-diem/shared/contest/workbook/cells.ts'
import readSheets from 'read-excel-file/universal'
import { type ArchiveLimits, packed, unpacked } from './archive.ts'
import { failureIn, withFailuresMarked } from './failed-cells.ts'
import type { UploadLimits } from './upload-limits.ts'

export type WorkbookLimits = ArchiveLimits & Pick<UploadLimits, 'sheets' | 'rows' | 'columns' | 'cells' | 'characters'>

export type Contents =
  | { readonly ok: true; readonly sheets: readonly SheetTable[] }
  | { readonly ok: false; readonly code: 'not-a-workbook' | 'workbook-too-large' }

const tooLarge = { ok: false, code: 'workbook-too-large' } as const
const noWorkbook = { ok: false, code: 'not-a-workbook' } as const

export async function contentsOf(bytes: Buffer, limits: WorkbookLimits): Promise<Contents> {
  const files = unpacked(bytes, limits)
  if (files === 'too-large') return tooLarge
  if (files === 'broken') return noWorkbook
  const marked = new Map([...files].map(([name, content]) => [name, isSheet(content) ? markedIn(content) : content]))
  const read = await sheetsIn(packed(marked))
  if (read === null) return noWorkbook
  return isWithin(read, limits) ? { ok: true, sheets: read } : tooLarge
}

const isSheet = (content: Buffer) => content.includes('sheetData')
const markedIn = (content: Buffer) => Buffer.from(withFailuresMarked(content.toString('utf8')))

/** null: an archive, but no workbook. The library says so with errors of many kinds. */
async function sheetsIn(archive: Buffer): Promise<SheetTable[] | null> {
  const copy = new Uint8Array(archive).buffer
  try {
    const read = await readSheets(copy, { trim: false, parseNumber: (number) => ({ number }) })
    return read.map(({ sheet, data: rows }) => ({ name: sheet, rows: rows.map((row) => row.map(contentOf)) }))
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** The library's own type calls a day the constructor of all days. */
function contentOf(value: unknown): CellContent {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') {
    const failure = failureIn(value)
    return failure === undefined ? value : { error: failure }
  }
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) }
  if (typeof value === 'object' && value !== null && 'number' in value) return { number: String(value.number) }
  return null
}

function isWithin(sheets: readonly SheetTable[], limits: WorkbookLimits): boolean {
  const rows = sheets.flatMap((sheet) => sheet.rows)
  if (sheets.length > limits.sheets || sheets.some((sheet) => sheet.rows.length > limits.rows)) return false
  if (rows.some((row) => row.length > limits.columns)) return false
  let cells = 0
  let characters = 0
  for (const content of rows.flat()) {
    if (isBlank(content)) continue
    cells += 1
    characters += typeof content === 'string' ? content.length : 0
  }
  return cells <= limits.cells && characters <= limits.characters
}
