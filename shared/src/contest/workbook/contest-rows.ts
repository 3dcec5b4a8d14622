/** The sheet of the contest itself: a field a row, its name on the left and its content beside it. A list has a row for each member. */
import { type CellContent, isBlank, type Place, type SheetTable } from './cells.ts'
import { type Column, contestFields, isFieldCalled } from './layout.ts'
import { partsOf, unquoted } from './notation.ts'
import { type Placed, placed, wordIn } from './raw-table.ts'
import { contestHeadings, isCalled, noteHeading } from './words.ts'
import { writtenRows } from './written-rows.ts'

export interface ContestRow {
  readonly field: Column
  readonly content: CellContent
  /** Of the content. */
  readonly place: Place
}

export class ContestRows {
  readonly rows: ContestRow[] = []
  readonly faults: Placed[] = []
  readonly #name: string
  readonly #end: number

  constructor(sheet: SheetTable) {
    this.#name = sheet.name
    this.#end = sheet.rows.length
    const areHeadings = (cells: readonly CellContent[]) => isCalled(wordIn(cells[0]), contestHeadings[0])
    const written = writtenRows(sheet, areHeadings)
    const [first] = written
    const hasHeadings = first !== undefined && areHeadings(first.cells)
    const notes = new Set(
      first?.cells.flatMap((content, column) => (isCalled(wordIn(content), noteHeading) ? [column] : [])),
    )
    for (const { cells, at } of hasHeadings ? written.slice(1) : written) this.#read(cells, at, notes)
  }

  /** Where a field that has no row belongs. */
  end(): Place {
    return this.#at(this.#end, 0)
  }

  /** Ids that share the namespace of stages and rounds. */
  sessionIds(): string[] {
    return this.rows
      .filter(({ field }) => field.path === 'sessions')
      .flatMap(({ content }) => {
        const parts = partsOf(wordIn(content))
        const id = parts.find(({ key }, at) => key === 'id' || (key === null && at === 0))
        return id === undefined ? [] : [unquoted(id.text)]
      })
  }

  #at(row: number, column: number): Place {
    return { sheet: this.#name, row, column }
  }

  #read(cells: readonly CellContent[], at: number, notes: ReadonlySet<number>): void {
    const word = wordIn(cells[0])
    const field = contestFields.find(({ path }) => isFieldCalled(word, 'contest', path))
    if (field === undefined) {
      this.faults.push(placed(this.#at(at, 0), 'unknown-heading', { name: word }))
    } else if (field.shape.kind !== 'list' && this.rows.some((row) => row.field === field)) {
      this.faults.push(placed(this.#at(at, 0), 'duplicate-id', { id: word }))
    } else {
      this.rows.push({ field, content: cells[1] ?? null, place: this.#at(at, 1) })
    }
    const extra = cells.findIndex((content, column) => column > 1 && !notes.has(column) && !isBlank(content))
    if (extra > 0) this.faults.push(placed(this.#at(at, extra), 'unknown-heading', { name: '' }))
  }
}
