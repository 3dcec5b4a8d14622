/** A sheet as a table: which column is which, and the rows that say something. What is in the cells is not read here. */
import type { Problem, ProblemCode } from '../problems.ts'
import { type CellContent, isBlank, type Place, type SheetTable } from './cells.ts'
import { isFieldCalled, type TableLayout } from './layout.ts'
import { headingOf, isCalled, noteHeading } from './words.ts'
import { type RawRow, writtenRows } from './written-rows.ts'

/** A problem with the cell in which it is. */
export type Placed = Problem & { readonly place: Place }

export function placed(place: Place, code: ProblemCode, params: Problem['params'], path = ''): Placed {
  return { path, code, params, place }
}

/** What a cell says where a name is expected. */
export function wordIn(content: CellContent | undefined): string {
  if (typeof content === 'string') return content.trim()
  if (typeof content !== 'object' || content === null) return ''
  if ('number' in content) return content.number
  return 'date' in content ? content.date : content.error
}

export class RawTable {
  readonly layout: TableLayout
  readonly faults: Placed[] = []
  readonly rows: readonly RawRow[]
  readonly #name: string
  readonly #headingRow: number
  /** The first column after the last heading, where one that is missing belongs. */
  readonly #free: number
  readonly #columns = new Map<string, number>()

  constructor(layout: TableLayout, sheet: SheetTable) {
    const [first = { at: 0, cells: [] }, ...rest] = writtenRows(sheet, (cells) => areHeadings(layout, cells))
    this.layout = layout
    this.rows = rest
    this.#name = sheet.name
    this.#headingRow = first.at
    this.#free = first.cells.reduce((free, content, at) => (isBlank(content) ? free : at + 1), 0)
    const ignored = this.#readHeadings(first.cells)
    this.#findUnnamed(first.cells, ignored)
  }

  has(path: string): boolean {
    return this.#columns.has(path)
  }

  cell(row: RawRow, path: string): CellContent {
    const column = this.#columns.get(path)
    return column === undefined ? null : (row.cells[column] ?? null)
  }

  /** Where the value stands, or would stand: a missing column belongs after the last. */
  placeOf(row: RawRow | null, path: string): Place {
    const column = this.#columns.get(path)
    if (column === undefined || row === null)
      return { sheet: this.#name, row: this.#headingRow, column: column ?? this.#free }
    return { sheet: this.#name, row: row.at, column }
  }

  /** The row as a whole. */
  placeOfRow({ at, cells }: RawRow): Place {
    return {
      sheet: this.#name,
      row: at,
      column: Math.max(
        0,
        cells.findIndex((content) => !isBlank(content)),
      ),
    }
  }

  /** The first cell below the headings: where a list would begin. */
  begin(): Place {
    return { sheet: this.#name, row: this.#headingRow + 1, column: 0 }
  }

  missing(path: string): void {
    const { vi: name, en: english } = headingOf(this.layout.sheet, path)
    this.faults.push(placed(this.placeOf(null, path), 'missing-heading', { name, english }, this.layout.sheet))
  }

  #readHeadings(cells: readonly CellContent[]): Set<number> {
    const ignored = new Set<number>()
    const { sheet } = this.layout
    const paths = pathsOf(this.layout)
    for (const [column, content] of cells.entries()) {
      if (isBlank(content)) continue
      const word = wordIn(content)
      const path = paths.find((known) => isFieldCalled(word, sheet, known))
      if (path !== undefined && !this.#columns.has(path)) {
        this.#columns.set(path, column)
        continue
      }
      ignored.add(column)
      if (path === undefined && isCalled(word, noteHeading)) continue
      const place = { sheet: this.#name, row: this.#headingRow, column }
      const [code, params] = path === undefined ? unknownHeading(word) : twice(word)
      this.faults.push(placed(place, code, params, sheet))
    }
    return ignored
  }

  /** Something is written under no heading. */
  #findUnnamed(headings: readonly CellContent[], ignored: ReadonlySet<number>): void {
    const told = new Set<number>()
    for (const { at, cells } of this.rows) {
      for (const [column, content] of cells.entries()) {
        if (isBlank(content) || ignored.has(column) || told.has(column) || !isBlank(headings[column])) continue
        told.add(column)
        this.faults.push(
          placed({ sheet: this.#name, row: at, column }, 'unknown-heading', { name: '' }, this.layout.sheet),
        )
      }
    }
  }
}

function pathsOf({ parent, columns }: TableLayout): string[] {
  return [...(parent === null ? [] : [parent.path]), ...columns.map(({ path }) => path)]
}

/** Two headings that are known: one word alone may as well be somebody's name. */
function areHeadings(layout: TableLayout, cells: readonly CellContent[]): boolean {
  const paths = pathsOf(layout)
  const isKnown = (content: CellContent) => paths.some((path) => isFieldCalled(wordIn(content), layout.sheet, path))
  return cells.filter((content) => !isBlank(content) && isKnown(content)).length > 1
}

function unknownHeading(name: string): [ProblemCode, Problem['params']] {
  return ['unknown-heading', { name }]
}

function twice(name: string): [ProblemCode, Problem['params']] {
  return ['duplicate-id', { id: name }]
}
