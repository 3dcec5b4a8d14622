/** Which sheet of a workbook is which. One that nobody knows is told, and so is one that is missing; the guide and empty sheets are not read. */
import { isBlank, type SheetTable } from './cells.ts'
import { type Placed, placed } from './raw-table.ts'
import { isCalled, type SheetKey, sheetNames } from './words.ts'

const keys: readonly SheetKey[] = ['contest', 'teams', 'judges', 'stages', 'rounds', 'criteria']

export interface FoundSheets {
  readonly sheets: ReadonlyMap<SheetKey, SheetTable>
  readonly faults: readonly Placed[]
}

export function findSheets(all: readonly SheetTable[]): FoundSheets {
  const sheets = new Map<SheetKey, SheetTable>()
  const faults: Placed[] = []
  for (const table of all) {
    const key = keys.find(
      (known) => isCalled(table.name, sheetNames[known]) || isCalled(table.name, { vi: known, en: known }),
    )
    const place = { sheet: table.name, row: 0, column: 0 }
    if (key !== undefined && !sheets.has(key)) sheets.set(key, table)
    else if (key !== undefined) faults.push(placed(place, 'duplicate-id', { id: table.name }))
    else if (!isCalled(table.name, sheetNames.guide) && !isEmpty(table)) {
      faults.push(placed(place, 'unknown-sheet', { name: table.name }))
    }
  }
  for (const key of keys.filter((known) => !sheets.has(known))) {
    const { vi: name, en: english } = sheetNames[key]
    const place = { sheet: name, row: 0, column: 0 }
    faults.push(placed(place, 'missing-sheet', { name, english }, key === 'contest' ? '' : key))
  }
  return { sheets, faults }
}

function isEmpty({ rows }: SheetTable): boolean {
  return rows.every((cells) => cells.every(isBlank))
}
