/** A workbook that can be written in, as somebody does in a spreadsheet program: by the name of a sheet, the heading of a column, and a row. */
import { type CellContent, cellName, type SheetTable } from '@bang-diem/shared/contest/workbook/cells.ts'

export class Paper {
  readonly #sheets: { name: string; rows: CellContent[][] }[]

  constructor(sheets: readonly SheetTable[]) {
    this.#sheets = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))
  }

  get sheets(): readonly SheetTable[] {
    return this.#sheets
  }

  /** `Đội thi!B7`; rows as spreadsheet programs count them. A heading that is not there stands behind the last. */
  at(sheet: string, row: number, heading: string): string {
    return cellName({ sheet, row: row - 1, column: this.#column(sheet, heading) })
  }

  /** The cell beside a field on the contest's own sheet. */
  beside(field: string): string {
    return cellName({ sheet: 'Hội thi', row: this.#fieldRow(field), column: 1 })
  }

  write(sheet: string, row: number, heading: string, content: CellContent): void {
    const column = this.#column(sheet, heading)
    const cells = this.#rows(sheet)[row - 1]
    if (cells === undefined) throw new Error(`${sheet} has no row ${row}`)
    while (cells.length <= column) cells.push(null)
    cells[column] = content
  }

  writeBeside(field: string, content: CellContent): void {
    this.#rows('Hội thi')[this.#fieldRow(field)] = [field, content]
  }

  /** Behind the last row. */
  append(sheet: string, cells: Readonly<Record<string, CellContent>>): void {
    const row: CellContent[] = []
    for (const [heading, content] of Object.entries(cells)) {
      const column = this.#column(sheet, heading)
      while (row.length <= column) row.push(null)
      row[column] = content
    }
    this.#rows(sheet).push(row)
  }

  /** Rows as spreadsheet programs count them. */
  insertRow(sheet: string, row: number, cells: CellContent[]): void {
    this.#rows(sheet).splice(row - 1, 0, cells)
  }

  removeColumn(sheet: string, heading: string): void {
    const column = this.#column(sheet, heading)
    for (const row of this.#rows(sheet)) row.splice(column, 1)
  }

  rename(sheet: string, name: string): void {
    const found = this.#sheets.find((each) => each.name === sheet)
    if (found) found.name = name
  }

  remove(sheet: string): void {
    this.#sheets.splice(
      this.#sheets.findIndex(({ name }) => name === sheet),
      1,
    )
  }

  add(name: string, rows: CellContent[][]): void {
    this.#sheets.push({ name, rows })
  }

  lastRow(sheet: string): number {
    return this.#rows(sheet).length
  }

  #rows(sheet: string): CellContent[][] {
    const found = this.#sheets.find(({ name }) => name === sheet)
    if (found === undefined) throw new Error(`there is no sheet ${sheet}`)
    return found.rows
  }

  #column(sheet: string, heading: string): number {
    const headings = this.#rows(sheet)[0] ?? []
    const column = headings.indexOf(heading)
    return column < 0 ? headings.length : column
  }

  #fieldRow(field: string): number {
    const row = this.#rows('Hội thi').findIndex(([name]) => name === field)
    if (row < 0) throw new Error(`the contest has no field ${field}`)
    return row
  }
}
