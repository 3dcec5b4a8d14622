/** The tables of a paper in their order, each with the lines that stand above it. What is no table goes into no table file. */
import type { Paper, Table } from '../paper.ts'
import { sideBySide } from '../second-lines.ts'

export interface TitledTable {
  readonly table: Table
  /** The title, what it is about, and the heading of its part, from the top down. */
  readonly lines: readonly string[]
}

/** A title holds until the next one, a heading until the next one or a title. */
export function titledTables(paper: Paper): TitledTable[] {
  const found: TitledTable[] = []
  let titles: readonly string[] = []
  let headings: readonly string[] = []
  for (const block of paper.leaves.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'title') {
      titles = [block.text, ...block.subjects]
      headings = []
    }
    if (block.kind === 'heading') headings = [block.text]
    if (block.kind === 'table') found.push({ table: sideBySide(block), lines: [...titles, ...headings] })
  }
  return found
}
