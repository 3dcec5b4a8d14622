/** What stands in the margins of every page: its number, and at the foot which version of a result it tells. */
import type { PdfDefinition, Piece } from 'pdfmake'
import type { Paper } from '../paper.ts'
import { frameOf, marginsOf, millimetres } from './frame.ts'

const NUMBER_FROM_TOP_MM = 10
const FOOT_SIZE = 8.5
const FOOT_COLOR = '#333333'
const GAP = 12

/** The number at the top, in the middle, and not on the first page (SPEC W-26). */
export function pageHead({ numbered, style }: Paper): PdfDefinition['header'] {
  return (page) => {
    if (!numbered || style.pageNumber !== 'top-centre' || page === 1) return null
    const [left, , right] = marginsOf(style)
    return { text: String(page), alignment: 'center', margin: [left, millimetres(NUMBER_FROM_TOP_MM), right, 0] }
  }
}

/** The line that every page ends with, below a hairline, and the number where the style has it there (SPEC W-26). */
export function pageFoot(paper: Paper): PdfDefinition['footer'] {
  const { foot, numbered, style } = paper
  const [left, , right] = marginsOf(style)
  return (page, pages) => {
    const number = numbered && style.pageNumber === 'foot' ? [{ text: `${page}/${pages}`, width: 'auto' } as const] : []
    if (foot === '' && number.length === 0) return null
    return {
      margin: [left, GAP, right, 0],
      fontSize: FOOT_SIZE,
      color: FOOT_COLOR,
      stack: [
        hairline(frameOf(paper).width),
        { columns: [{ text: foot, width: '*' }, ...number], columnGap: 12, margin: [0, 3, 0, 0] },
      ],
    }
  }
}

function hairline(width: number): Piece {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.4, lineColor: FOOT_COLOR }] }
}
