/** Second lines of cells, such as the receipt below a sum: on a page they stand in the cell, in a table file in a column of their own. */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Cell, Column, Leaf, Table } from './paper.ts'
import { written } from './written.ts'

/** The leaf as a page has it: a cell with a second line is one text. */
export function stackedLeaf({ blocks }: Leaf, language: Language): Leaf {
  return { blocks: blocks.map((block) => (block.kind === 'table' ? stacked(block, language) : block)) }
}

function stacked(table: Table, language: Language): Table {
  if (table.columns.every(({ below }) => below === undefined)) return table
  const rows = table.rows.map(({ cells }) => ({ cells: cells.map((cell) => stackedCell(cell, language)) }))
  return { ...table, rows }
}

function stackedCell({ below, ...cell }: Cell, language: Language): Cell {
  return below === undefined ? cell : { ...cell, content: `${written(cell.content, language)}\n${below}` }
}

/** The table as a table file has it: behind a column with second lines comes one of them. */
export function sideBySide(table: Table): Table {
  const { columns, rows } = table
  return {
    ...table,
    columns: columns.flatMap(({ below, ...column }): Column[] =>
      below === undefined ? [column] : [column, { title: below, kind: 'short' }],
    ),
    rows: rows.map(({ cells }) => ({
      cells: cells.flatMap(({ below, ...cell }, index): Cell[] =>
        columns[index]?.below === undefined ? [cell] : [cell, secondCell(cell, below)],
      ),
    })),
  }
}

/** Struck like the first; the sign of a note stands once. */
function secondCell({ struck }: Cell, below: string | undefined): Cell {
  return { content: below ?? null, ...(struck ? { struck } : {}) }
}
