/** A thin line in the middle of its column, as below the lines of a letterhead. */
import type { Piece } from 'pdfmake'

const THICKNESS = 0.7

/** `above`: from the text that it belongs to. */
export function centredRule(width: number, above: number): Piece {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: THICKNESS }],
    alignment: 'center',
    margin: [0, above, 0, 3],
  }
}
