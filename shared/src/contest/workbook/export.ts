/** A definition as the sheets of a workbook, and the empty workbook. It checks nothing: what it is given is in order. */
import type { Definition } from '../definition.ts'
import type { CellContent, SheetTable } from './cells.ts'
import { guideSheet } from './guide.ts'
import { type Column, contestFields, type TableLayout, tables } from './layout.ts'
import { contestHeadings, headingOf, noteHeading, sheetNames } from './words.ts'
import { cellFor, type Language } from './write-value.ts'

/** Sheets in the order in which people fill them in; without a definition the columns alone. */
export function sheetsOf(definition: Definition | null, language: Language): SheetTable[] {
  const stages = definition?.stages ?? []
  const rounds = stages.flatMap((stage) => stage.rounds.map((round) => ({ above: stage.id, entry: round })))
  const criteria = rounds.flatMap(({ entry: round }) =>
    round.criteria.map((criterion) => ({ above: round.id, entry: criterion })),
  )
  const alone = (entries: readonly object[] = []) => entries.map((entry) => ({ above: '', entry }))
  return [
    guideSheet(language),
    contestSheet(definition, language),
    tableSheet(tables.teams, alone(definition?.teams), language),
    tableSheet(tables.judges, alone(definition?.judges), language),
    tableSheet(tables.stages, alone(stages), language),
    tableSheet(tables.rounds, rounds, language),
    tableSheet(tables.criteria, criteria, language),
  ]
}

function valueAt(entry: object, { keys }: Column): unknown {
  return keys.reduce((value: unknown, key) => (value === undefined ? value : Reflect.get(Object(value), key)), entry)
}

/** One field a row; a list has as many rows as it has members, and one to write in where it has none. */
function contestSheet(definition: Definition | null, language: Language): SheetTable {
  const rows = contestFields.flatMap((field) => {
    const heading = headingOf('contest', field.path)[language]
    const value = definition === null ? undefined : valueAt(definition, field)
    if (field.shape.kind !== 'list' || !Array.isArray(value) || value.length === 0) {
      return [[heading, Array.isArray(value) ? null : cellFor(field.shape, value, language)]]
    }
    const { item } = field.shape
    return value.map((member: unknown): CellContent[] => [heading, cellFor({ kind: 'list', item }, [member], language)])
  })
  return {
    name: sheetNames.contest[language],
    rows: [[...contestHeadings.map((heading) => heading[language]), noteHeading[language]], ...rows],
  }
}

interface Row {
  /** The id of what the row belongs to. */
  readonly above: string
  readonly entry: object
}

function tableSheet({ sheet, parent, columns }: TableLayout, rows: readonly Row[], language: Language): SheetTable {
  const above = parent === null ? [] : [headingOf(sheet, parent.path)[language]]
  const headings = columns.map(({ path }) => headingOf(sheet, path)[language])
  return {
    name: sheetNames[sheet][language],
    rows: [
      [...above, ...headings],
      ...rows.map((row) => [
        ...(parent === null ? [] : [row.above]),
        ...columns.map((column) => flagless(column, cellFor(column.shape, valueAt(row.entry, column), language))),
      ]),
    ],
  }
}

/** A whole column of “no” hides the one “yes”. */
function flagless({ shape, fallback }: Column, content: CellContent): CellContent {
  return shape.kind === 'flag' && fallback === false && content !== 'có' && content !== 'yes' ? null : content
}
