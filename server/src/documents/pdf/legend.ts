/** What the parts of bars are: a square of each grey with its word, in as many rows as they need. */
import type { Piece } from 'pdfmake'
import { BORDER, shadeOf } from './shades.ts'
import { widthOf } from './text-width.ts'

const SIZE = 10
const SQUARE = 8
const BEFORE_WORD = 4
const BETWEEN = 16

interface Entry {
  readonly word: string
  readonly part: number
  readonly width: number
}

export function legendPieces(words: readonly string[], width: number): Piece[] {
  const rows: Entry[][] = []
  let used = width
  for (const [part, word] of words.entries()) {
    const entry = { word, part, width: Math.min(width, SQUARE + BEFORE_WORD + widthOf(word, SIZE) + BETWEEN) }
    used += entry.width
    if (used > width) {
      rows.push([])
      used = entry.width
    }
    rows.at(-1)?.push(entry)
  }
  return rows.map((row, index) => ({
    columns: row.flatMap(entryPieces),
    columnGap: 0,
    fontSize: SIZE,
    margin: [0, 0, 0, index === rows.length - 1 ? 8 : 2],
  }))
}

function entryPieces({ word, part, width }: Entry): Piece[] {
  const { fill } = shadeOf(part)
  const square = {
    type: 'rect',
    x: 0,
    y: 2,
    w: SQUARE,
    h: SQUARE,
    lineWidth: BORDER.width,
    lineColor: BORDER.color,
    color: fill,
  } as const
  return [
    { canvas: [square], width: SQUARE + BEFORE_WORD },
    { text: word, width: width - SQUARE - BEFORE_WORD },
  ]
}
