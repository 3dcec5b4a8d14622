/** A wrong number in what is expected of a paper: whoever compares must notice it. */
import type { Content, Expected, ExpectedTable } from './expected.ts'

/** How many numbers stand in it. */
export function figuresIn(content: Content): number {
  if (content === null || typeof content === 'string') return 0
  return 'number' in content ? 1 : content.together.reduce((sum, each) => sum + figuresIn(each), 0)
}

const hasFigure = (content: Content) => figuresIn(content) > 0

/** The last number of the last table is another one, or, without tables, that of the last line; null where there is none. */
export function withPlant(expected: Expected, tablesOnly: boolean): Expected | null {
  const { tables, lines } = expected
  const table = tables.findLast(({ rows }) => rows.flat().some(hasFigure))
  if (table) return { ...expected, tables: tables.map((each) => (each === table ? plantedTable(each) : each)) }
  const list = lines.findLast((each) => each.some(({ contents }) => contents.some(hasFigure)))
  if (tablesOnly || !list) return null
  const at = list.findLastIndex(({ contents }) => contents.some(hasFigure))
  const wrong = list.map((line, index) => (index === at ? { ...line, contents: wrongLast(line.contents) } : line))
  return { ...expected, lines: lines.map((each) => (each === list ? wrong : each)) }
}

function plantedTable({ rows }: ExpectedTable): ExpectedTable {
  const at = rows.findLastIndex((row) => row.some(hasFigure))
  return { rows: rows.map((row, index) => (index === at ? wrongLast(row) : row)) }
}

/** The last number with another last digit. */
function wrongLast(contents: readonly Content[]): Content[] {
  const at = contents.findLastIndex(hasFigure)
  return contents.map((content, index) => (index === at ? wrong(content) : content))
}

function wrong(content: Content): Content {
  if (content === null || typeof content === 'string') return content
  if ('together' in content) return { together: wrongLast(content.together) }
  return { number: content.number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)) }
}
