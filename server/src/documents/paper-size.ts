/** How large a paper is, before anybody lays it out. */
import type { DocumentLimits } from './document-limits.ts'
import type { Paper } from './paper.ts'

export type PaperLimits = Pick<DocumentLimits, 'leaves' | 'cells'>

export function isWithin({ leaves }: Paper, limits: PaperLimits): boolean {
  return leaves.length <= limits.leaves && cellsIn({ leaves }) <= limits.cells
}

function cellsIn({ leaves }: Pick<Paper, 'leaves'>): number {
  const tables = leaves.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  return tables.reduce((sum, { columns, rows }) => sum + columns.length * (rows.length + 1), 0)
}
