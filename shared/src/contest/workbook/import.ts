/**
 * The sheets of a workbook as the input of a definition, with the cell of every path. It reads and never judges: whether the result is a
 * definition is for the schema and the cross-checks to say.
 */
import type { SheetTable } from './cells.ts'
import { ContestRows } from './contest-rows.ts'
import { findSheets } from './find-sheets.ts'
import { identify } from './identify.ts'
import { tables } from './layout.ts'
import type { Places } from './places.ts'
import { type Placed, RawTable } from './raw-table.ts'
import { RowReader } from './read-rows.ts'
import type { Kind } from './references.ts'
import { definitionShape } from './shape.ts'
import { sheetNames } from './words.ts'

export interface Draft {
  readonly input: Readonly<Record<string, unknown>>
  readonly places: Places
  readonly faults: readonly Placed[]
  /** Some rows belong to nothing and are not in the input. */
  readonly lacksRows: boolean
}

const kinds: readonly Kind[] = ['teams', 'judges', 'stages', 'rounds', 'criteria']

export function readSheets(all: readonly SheetTable[]): Draft {
  const found = findSheets(all)
  const table = (sheet: Kind) => {
    const own = found.sheets.get(sheet)
    const read = new RawTable(tables[sheet], own ?? { name: sheetNames[sheet].vi, rows: [] })
    if (own !== undefined) tellMissing(read)
    return read
  }
  const raw = {
    teams: table('teams'),
    judges: table('judges'),
    stages: table('stages'),
    rounds: table('rounds'),
    criteria: table('criteria'),
  }
  const contest = found.sheets.get('contest') ?? { name: sheetNames.contest.vi, rows: [] }
  const fields = new ContestRows(contest)
  const unread = kinds.filter((kind) => !found.sheets.has(kind))
  const identified = identify(raw, fields.sessionIds(), unread)
  const reader = new RowReader(raw, identified, { sheet: contest.name, row: 0, column: 0 })
  const input = { ...constants(), ...reader.read(fields) }
  const inTables = Object.values(raw).flatMap(({ faults }) => faults)
  return {
    input,
    places: reader.places,
    faults: [...found.faults, ...fields.faults, ...inTables, ...identified.faults, ...reader.faults],
    lacksRows:
      unread.length > 0 || identified.faults.length > 0 || inTables.some(({ code }) => code === 'missing-heading'),
  }
}

/** A column that every row must fill. Ids can be made, and whether a parent must be named depends on how many there are. */
function tellMissing(table: RawTable): void {
  for (const { path, required } of table.layout.columns) {
    if (required && path !== 'id' && !table.has(path)) table.missing(path)
  }
}

/** Such as the number of the format: a workbook has no cell for what can have one value only. */
function constants(): Record<string, unknown> {
  return Object.fromEntries(
    definitionShape.fields.flatMap(({ key, shape }): [string, unknown][] =>
      shape.kind === 'literal' ? [[key, shape.value]] : [],
    ),
  )
}
