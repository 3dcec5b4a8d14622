/**
 * How wide the columns of a table are, and how large its type: as large as leaves every word whole, and never wider than the page. The
 * table fills the page's width, so that tables on one paper have one edge (SPEC W-24).
 */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Cell, Column, Table } from '../paper.ts'
import { written } from '../written.ts'
import { widestFigures } from './figures.ts'
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
/** For one point of type: a longer word is broken rather than have the whole table shrink; a receipt is shorter. */
const LONGEST_WORD = 20
const LONGEST_SHORT = 12
const LONGEST_IN_HEAD = 10
/** For one point of type: no column of words is narrower, so that something of them is read. */
const NARROWEST = 4
/** What measuring may miss. */
const SPARE = 0.6

/** Widths of one column, each at least as wide as the one before. */
interface Need {
  /** Figures, places and receipts are whole. */
  readonly figures: number
  /** So are the words of its heading. */
  readonly head: number
  /** So are those of names and sentences. */
  readonly words: number
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
    if (size === SMALLEST || sum(needs.map(({ words }) => words)) <= room) {
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
  const head = Math.min(widestWord(title, size, 'bold'), LONGEST_IN_HEAD * size)
  const texts = cells.map(({ content, mark = '' }) => written(content, language) + mark)
  const word = Math.max(0, ...texts.map((text) => widestWord(text, size, 'bold')))
  const full = Math.max(...[title, ...texts].map((text) => widthOf(text, size, 'bold')))
  if (byHand === true) return need(Math.max(head, LEAST.hand * size), head, word, HAND_WISH * size)
  switch (kind) {
    case 'figure': {
      const { before, after } = widestFigures(cells, language, size)
      return need(Math.max(word, before + after), head, word, widthOf(title, size, 'bold') / 2)
    }
    case 'place':
      return need(word, head, word, full)
    case 'short':
      return need(Math.min(word, LONGEST_SHORT * size), head, Math.min(word, LONGEST_WORD * size), full)
    case 'name':
    case 'sentence': {
      const least = Math.max(Math.min(word, LONGEST_WORD * size), Math.min(full, LEAST[kind] * size))
      return need(Math.min(word, NARROWEST * size), head, least, full)
    }
  }
}

function need(figures: number, head: number, words: number, wish: number): Need {
  const withHead = Math.max(figures, head)
  const whole = Math.max(withHead, words)
  return {
    figures: figures + SPARE,
    head: withHead + SPARE,
    words: whole + SPARE,
    wish: Math.max(whole, wish) + SPARE,
  }
}

/** As wide as all of them can be together: names give way before headings, headings before figures, and only then do all. */
function shared(needs: readonly Need[], columns: readonly Column[], room: number): number[] {
  const steps = (['figures', 'head', 'words', 'wish'] as const).map((step) => needs.map((each) => each[step]))
  const fitting = steps.findLastIndex((widths) => sum(widths) <= room)
  const [from = [], to] = steps.slice(Math.max(0, fitting))
  if (fitting < 0) return from.map((width) => (width * room) / sum(from))
  const spare = room - sum(from)
  if (to === undefined) return withSpare(from, columns, spare)
  const missing = sum(to) - sum(from)
  return from.map((width, index) => width + (((to[index] ?? width) - width) * spare) / missing)
}

/** What nobody needs goes to all but the places. */
function withSpare(widths: readonly number[], columns: readonly Column[], spare: number): number[] {
  const takes = (index: number) => columns.length === 1 || columns[index]?.kind !== 'place'
  const takers = sum(widths.map((width, index) => (takes(index) ? width : 0)))
  return widths.map((width, index) => width + (takes(index) ? (spare * width) / takers : 0))
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
