/**
 * Tables. Their head is repeated on every page, no row is parted, and the last row stays with the notes and signatures below it: each row is
 * a table of its own inside a table of one column, whose last row holds them all (SPEC W-24).
 */
import type { Piece } from 'pdfmake'
import type { Cell, Table } from '../paper.ts'
import { written } from '../written.ts'
import { bareTable } from './bare-table.ts'
import { cellPiece, headCell, standingOf } from './cells.ts'
import { LINE, type TableSizes, tableSizes } from './column-widths.ts'
import type { Frame } from './frame.ts'
import { textHeight } from './heights.ts'
import { withTail } from './keep.ts'

const LINE_COLOR = '#555555'
const NOTE_SIZE = 9.5
/** Of a row that is written in by hand. */
const HAND_HEIGHT = 20
const BELOW = 10
/** Above a table, and above each note. */
const ABOVE = 2
/** Of a page: notes that are higher follow the table freely. */
const MOST_NOTES = 0.15
/** Of a page: a row. */
const MOST_ROW = 0.5
/** Around the lines of a cell, for one point of type. */
const ROW_PADDING = 0.2

/** `tail` stays on the page of the last row, or of the last note where the notes are long. */
export function tablePieces(table: Table, frame: Frame, tail: readonly Piece[]): Piece[] {
  const sizes = tableSizes(table, frame)
  const notes = table.notes.map(
    (text): Piece => ({ text, fontSize: NOTE_SIZE, alignment: 'left', margin: [0, ABOVE, 0, 0] }),
  )
  const isShort = hasShortNotes(table, frame)
  const gap: Piece = { stack: [], margin: [0, 0, 0, BELOW] }
  const bands = [headBand(table, sizes), ...rowBands(table, frame, sizes)]
  const last: Piece = { stack: [...bands.slice(-1), ...(isShort ? [...notes, gap, ...tail] : [])] }
  const body = [...bands.slice(0, -1), last].map((each) => [each])
  const isWhole = !hasTallRow(table, frame, sizes)
  const kept: Piece = {
    layout: bareTable,
    margin: [0, ABOVE, 0, 0],
    table: {
      widths: [frame.width],
      headerRows: body.length > 1 ? 1 : 0,
      keepWithHeaderRows: isWhole ? 1 : 0,
      dontBreakRows: isWhole,
      body,
    },
  }
  if (isShort) return [kept]
  // What stays with the tail must not be higher than a page: a long note may be parted, and only the gap stays.
  const isLongEnd = textHeight(table.notes.at(-1) ?? '', NOTE_SIZE, frame.width) > frame.height * MOST_NOTES
  const ends = isLongEnd ? [...notes, gap] : [...notes.slice(0, -1), { stack: [...notes.slice(-1), gap] }]
  return [kept, ...withTail(ends, tail)]
}

/** Of what stands together at the beginning of a table: its head and its first row, and with a single row also what stays with the last. */
export function beginningHeight(table: Table, frame: Frame, tailHeight: number): number {
  const sizes = tableSizes(table, frame)
  const { columns, rows } = table
  const head = rowHeight(
    columns.map(({ title }) => title),
    sizes,
  )
  const first = rowHeight(rows[0]?.cells.map(({ content }) => written(content, frame.language)) ?? [], sizes)
  const isParted = first > frame.height * MOST_ROW
  const row = isParted ? 0 : Math.max(first, leastHeight(table))
  const isWhole = rows.length === 1 && !isParted && hasShortNotes(table, frame)
  return ABOVE + head + row + (isWhole ? notesHeight(table, frame) + BELOW + tailHeight : 0)
}

function rowHeight(texts: readonly string[], { size, widths }: TableSizes): number {
  const heights = texts.map((text, index) => textHeight(text, size, widths[index] ?? 1))
  return Math.max(0, ...heights) + 2 * (ROW_PADDING * size + LINE)
}

function hasShortNotes(table: Table, frame: Frame): boolean {
  return notesHeight(table, frame) < frame.height * MOST_NOTES
}

function notesHeight({ notes }: Table, { width }: Frame): number {
  return notes.reduce((sum, text) => sum + textHeight(text, NOTE_SIZE, width) + ABOVE, 0)
}

function leastHeight({ columns }: Table): number {
  return columns.some(({ byHand }) => byHand === true) ? HAND_HEIGHT : 0
}

/** A row that hardly fits on a page must be parted after all: what does not fit would be cut off. */
function hasTallRow({ rows }: Table, { language, height }: Frame, { size, widths }: TableSizes): boolean {
  return rows.some(({ cells }) =>
    cells.some(
      ({ content }, index) => textHeight(written(content, language), size, widths[index] ?? 1) > height * MOST_ROW,
    ),
  )
}

function headBand({ columns }: Table, sizes: TableSizes): Piece {
  return band(
    columns.map(({ title }) => headCell(title)),
    sizes,
    { height: 0, isHead: true },
  )
}

function rowBands(table: Table, { language }: Frame, sizes: TableSizes): Piece[] {
  const { columns, rows } = table
  const cellsOf = (index: number): readonly Cell[] => rows.flatMap(({ cells }) => cells.slice(index, index + 1))
  const standings = columns.map(({ kind }, index) =>
    standingOf(kind, cellsOf(index), { language, size: sizes.size, width: sizes.widths[index] ?? 0 }),
  )
  return rows.map(({ cells }) =>
    band(
      standings.map((standing, index) => cellPiece(cells[index] ?? { content: null }, standing)),
      sizes,
      { height: leastHeight(table), isHead: false },
    ),
  )
}

/** One row as a table; its upper line is the one before it, unless it is the head. */
function band(
  cells: readonly Piece[],
  { size, padding, widths }: TableSizes,
  { height, isHead }: { height: number; isHead: boolean },
): Piece {
  return {
    fontSize: size,
    table: { widths, heights: height, body: [cells] },
    layout: {
      hLineWidth: (line) => (line === 0 && !isHead ? 0 : LINE),
      vLineWidth: () => LINE,
      hLineColor: () => LINE_COLOR,
      vLineColor: () => LINE_COLOR,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => size * ROW_PADDING,
      paddingBottom: () => size * ROW_PADDING,
    },
  }
}
