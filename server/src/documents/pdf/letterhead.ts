/** The head of a paper: two columns of lines with their rules, then the number beside place and date (SPEC W-21 to W-23). */
import type { Piece } from 'pdfmake'
import type { Letterhead, LetterheadLine } from '../letterheads/letterhead.ts'
import { bareTable } from './bare-table.ts'
import type { Frame } from './frame.ts'
import { centredRule } from './rule.ts'
import { widthOf } from './text-width.ts'

const GAP = 12
/** The column with the motto has the room that its lines need, up to this part of the page. */
const MOST_RIGHT = 0.62
const LEAST_RIGHT = 0.5
/** Of a line: between a third and a half. */
const RULE_PART = 0.42
const RULE_BELOW = 3
const SPARE = 4

export function letterheadPiece({ left, right, number, dateline }: Letterhead, { width }: Frame): Piece {
  const room = width - GAP
  const ofRight = [...right, ...(dateline === null ? [] : [dateline])].map(lineWidth)
  const wanted = Math.max(0, ...ofRight) + SPARE
  const rightWidth = Math.min(Math.max(wanted, room * LEAST_RIGHT), room * MOST_RIGHT)
  const leftWidth = room - rightWidth
  const column = (lines: readonly LetterheadLine[], most: number): Piece => ({
    stack: lines.flatMap((line) => linePieces(line, most)),
  })
  const last = [
    column(number === null ? [] : [number], leftWidth),
    column(dateline === null ? [] : [dateline], rightWidth),
  ]
  const body = [
    [column(left, leftWidth), column(right, rightWidth)],
    last.map((piece) => ({ ...piece, margin: [0, 5, 0, 0] as const })),
  ]
  const spread = (cells: readonly Piece[]): Piece[] =>
    cells.flatMap((cell, index) => (index === 0 ? [cell] : [{ text: '' }, cell]))
  return {
    table: { widths: [leftWidth, GAP, rightWidth], body: body.map(spread) },
    layout: bareTable,
    alignment: 'center',
    margin: [0, 0, 0, 4],
  }
}

const lineWidth = ({ text, size, look }: LetterheadLine) => widthOf(text, size, look === 'bold' ? 'bold' : 'regular')

function linePieces(line: LetterheadLine, most: number): Piece[] {
  const { text, size, look, rule } = line
  const piece: Piece = { text, fontSize: size, bold: look === 'bold', italics: look === 'italic' }
  if (rule === undefined) return [piece]
  const width = Math.min(lineWidth(line), most)
  return [piece, centredRule(rule === 'full' ? width : width * RULE_PART, RULE_BELOW)]
}
