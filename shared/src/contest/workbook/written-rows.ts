/** The rows of a sheet in which something is written, from its headings on. */
import { type CellContent, isBlank, type SheetTable } from './cells.ts'

export interface RawRow {
  /** Counted from 0. */
  readonly at: number
  readonly cells: readonly CellContent[]
}

/**
 * A title or a hint may stand above the headings, alone in its row. Anything else that stands there is taken for the headings itself, so that a
 * table that was sorted with them is told and no row lost.
 */
export function writtenRows({ rows }: SheetTable, isHeadings: (cells: readonly CellContent[]) => boolean): RawRow[] {
  const written = rows.map((cells, at) => ({ at, cells })).filter(({ cells }) => !cells.every(isBlank))
  const headings = written.findIndex(({ cells }) => isHeadings(cells))
  const above = written.slice(0, Math.max(0, headings))
  const areTitles = above.every(({ cells }) => cells.filter((content) => !isBlank(content)).length === 1)
  return areTitles ? written.slice(above.length) : written
}
