/** Labels with what stands behind them, one below the other; what is open is a dotted line to write on. */
import type { Piece } from 'pdfmake'
import type { Block } from '../paper.ts'
import { LINE_HEIGHT } from './fonts.ts'
import type { Frame } from './frame.ts'
import { widthOf } from './text-width.ts'

type Fields = Extract<Block, { kind: 'fields' }>

const GAP = 6
/** Labels are no wider than this part of the page; longer ones wrap. */
const MOST_LABEL = 0.45
/** Above a line that is written on by hand. */
const HAND_ROOM = 7

/** One piece a field. */
export function fieldPieces({ fields }: Fields, { style, width }: Frame): Piece[] {
  const widest = Math.max(...fields.map(({ label }) => widthOf(`${label}:`, style.body)))
  const labels = Math.min(widest + 2, width * MOST_LABEL)
  const room = width - labels - GAP
  return fields.map(({ label, content }, index) => ({
    columnGap: GAP,
    margin: [0, content === null ? HAND_ROOM : 0, 0, index === fields.length - 1 ? 8 : 3],
    columns: [
      { text: `${label}:`, width: labels },
      content === null ? dottedLine(room, style.body) : { text: content, bold: true, width: room },
    ],
  }))
}

function dottedLine(width: number, size: number): Piece {
  const y = size * LINE_HEIGHT - 2
  const dash = { length: 0.1, space: 2.4 }
  return {
    width: '*',
    canvas: [{ type: 'line', x1: 0, y1: y, x2: width, y2: y, lineWidth: 0.8, lineCap: 'round', dash }],
  }
}
