/** QR codes, drawn as shapes and never as a picture, so that every printer prints them sharp; what they are for stands below. */
import type { Piece, Shape } from 'pdfmake'
import { encode } from 'uqr'
import type { Block } from '../paper.ts'
import { millimetres } from './frame.ts'

type Code = Extract<Block, { kind: 'code' }>

const LARGE_MM = 60
const CORNER_MM = 25
const CORNER_CAPTION = 8
/** Squares that a code must have around it; the page has them already beside it. */
const QUIET = 4
const OVERLAP = 0.03
const INK = '#000000'

/** For a card: in the middle. */
export function codePiece({ text, caption, size }: Code): Piece {
  const side = millimetres(size === 'large' ? LARGE_MM : CORNER_MM)
  return { alignment: size === 'large' ? 'center' : 'right', margin: [0, 8, 0, 8], stack: drawn(text, caption, side) }
}

/** For the right end of a title, and how wide it is. */
export function cornerCode({ text, caption }: Code): { readonly piece: Piece; readonly width: number } {
  const width = millimetres(CORNER_MM)
  return { width, piece: { width, alignment: 'center', fontSize: CORNER_CAPTION, stack: drawn(text, caption, width) } }
}

/** Rows of dark and light squares; a code that has lost a seventh of them is still read. */
export function squaresOf(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', border: 0 }).data
}

function drawn(text: string, caption: string, side: number): Piece[] {
  const squares = squaresOf(text)
  const square = side / squares.length
  const canvas = squares.flatMap((row, y) => rowShapes(row, y, square))
  const words: Piece[] = caption === '' ? [] : [{ text: caption, margin: [0, QUIET * square, 0, 0] }]
  return [{ canvas }, ...words]
}

/** Dark squares that touch in a row are one shape. Each reaches a little into the row below, so that no seam is seen between them. */
function rowShapes(row: readonly boolean[], y: number, square: number): Shape[] {
  const runs = row
    .map((dark) => (dark ? '1' : '0'))
    .join('')
    .matchAll(/1+/g)
  return [...runs].map(({ index, 0: run }) => ({
    type: 'rect',
    x: index * square,
    y: y * square,
    w: run.length * square,
    h: square * (1 + OVERLAP),
    lineWidth: 0,
    color: INK,
  }))
}
