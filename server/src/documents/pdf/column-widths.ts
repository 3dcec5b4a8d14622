/**
 * How wide the columns of a table are, and how large its type: as large as leaves every word whole, and never wider than the page. The
 * table fills the page's width, so that tables on one paper have one edge (SPEC W-24).
 */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Cell, Column, Table } from '../paper.ts'
import { widestFigures, written } from './figures.ts'
import type { Frame } from './frame.ts'
import { widestWord, widthOf } from './text-width.ts'

export interface TableSizes {
  readonly size: number
  /** At the left and the right of each cell. */
  readonly padding: number
  /** Of what is inside the cells. */
  readonly widths: readonly number[]
}

export const LINE = 0.5
const SMALLEST = 8
const LARGEST = 13
const STEP = 0.5
/** Around a cell, for one point of type. */
const PADDING = 0.32
/** For one point of type: a name or a sentence that is longer wraps; a column to write in by hand. */
const LEAST = { name: 13, sentence: 15, hand: 4.5 } as const
const HAND_WISH = 7
/** What measuring may miss. */
const SPARE = 0.6

interface Need {
  readonly least: number
  readonly wish: number
}

export function tableSizes(table: Table, { language, style, width }: Frame): TableSizes {
  const columns = table.columns.map((column, index) => ({
    column,
    cells: table.rows.flatMap(({ cells }) => cells.slice(index, index + 1)),
  }))
  let size = Math.max(SMALLEST, Math.min(style.body - 1, LARGEST))
  for (;;) {
    const padding = size * PADDING
    const room = width - columns.length * 2 * padding - (columns.length + 1) * LINE
    const needs = columns.map(({ column, cells }) => needOf(column, cells, { language, size }))
    if (size === SMALLEST || sum(needs.map(({ least }) => least)) <= room) {
      return { size, padding, widths: shared(needs, table.columns, room) }
    }
    size = Math.max(SMALLEST, size - STEP)
  }
}

function needOf(
  { title, kind, byHand }: Column,
  cells: readonly Cell[],
  { language, size }: { language: Language; size: number },
): Need {
  const head = widestWord(title, size, 'bold')
  const texts = cells.map(({ content }) => written(content, language))
  const word = Math.max(head, ...texts.map((text) => widestWord(text, size, 'bold')))
  const full = Math.max(...[title, ...texts].map((text) => widthOf(text, size, 'bold')))
  if (byHand === true) return need(Math.max(head, LEAST.hand * size), HAND_WISH * size)
  switch (kind) {
    case 'figure': {
      const { before, after } = widestFigures(cells, language, size)
      return need(Math.max(word, before + after), widthOf(title, size, 'bold') / 2)
    }
    case 'place':
    case 'short':
      return need(word, full)
    case 'name':
    case 'sentence':
      return need(Math.max(word, Math.min(full, LEAST[kind] * size)), full)
  }
}

const need = (least: number, wish: number): Need => ({ least: least + SPARE, wish: Math.max(least, wish) + SPARE })

/** What is there beyond the least goes where it is wished, then to all but the places; where even the least is too much, all give way. */
function shared(needs: readonly Need[], columns: readonly Column[], room: number): number[] {
  const least = sum(needs.map((each) => each.least))
  if (least > room) return needs.map((each) => (each.least * room) / least)
  const wished = sum(needs.map((each) => each.wish))
  const spare = room - least
  const missing = wished - least
  if (missing > spare) return needs.map((each) => each.least + ((each.wish - each.least) * spare) / missing)
  const takes = (index: number) => columns.length === 1 || columns[index]?.kind !== 'place'
  const takers = sum(needs.map((each, index) => (takes(index) ? each.wish : 0)))
  return needs.map((each, index) => each.wish + (takes(index) ? ((room - wished) * each.wish) / takers : 0))
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
