/** Titles, headings and paragraphs. */
import type { Piece } from 'pdfmake'
import type { Block } from '../paper.ts'
import { cornerCode } from './code.ts'
import { LINE_HEIGHT } from './fonts.ts'
import { type Frame, millimetres } from './frame.ts'
import { centredRule } from './rule.ts'
import { widestWord, widthOf } from './text-width.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const SMALL = 10
const LARGE = 16
const HUGE = 34
/** Between a title and the code beside it. */
const CORNER_GAP = 8
/** Of the rule below a title, in parts of its last line. */
const RULE_PART = 1 / 3

/** In the middle of the page, with the code of a sheet at its right where there is one. */
export function titlePiece({ text, subjects }: Of<'title'>, frame: Frame, corner: Of<'code'> | null): Piece {
  const { title, subject } = frame.style
  const last = subjects.at(-1)
  const lines: Piece = {
    alignment: 'center',
    bold: true,
    stack: [
      { text, fontSize: title, margin: [0, 0, 0, 2] },
      ...subjects.map((line) => ({ text: line, fontSize: subject })),
      ...(last === undefined
        ? []
        : [centredRule(Math.min(widthOf(last, subject, 'bold'), frame.width) * RULE_PART, 5)]),
    ],
  }
  if (corner === null) return { ...lines, margin: [0, 14, 0, 12] }
  const code = cornerCode(corner)
  const width = frame.width - 2 * (code.width + CORNER_GAP)
  const columns: Piece[] = [{ text: '', width: code.width }, { ...lines, width, margin: [0, 6, 0, 0] }, code.piece]
  return { columns, columnGap: CORNER_GAP, margin: [0, 12, 0, 10] }
}

export function headingPiece({ text }: Of<'heading'>): Piece {
  return { text, bold: true, margin: [0, 8, 0, 4] }
}

export function textPiece({ text, look }: Of<'text'>, { style, width }: Frame): Piece {
  const below = style.body * LINE_HEIGHT * 0.35
  switch (look) {
    case 'small':
      return { text, fontSize: SMALL, margin: [0, 0, 0, 4] }
    case 'bold':
      return { text, bold: true, margin: [0, 0, 0, below] }
    case 'large':
      return { text, fontSize: LARGE, alignment: 'center', margin: [0, 4, 0, 6] }
    case 'huge':
      return { text, fontSize: HUGE, bold: true, alignment: 'center', margin: [0, 10, 0, 10] }
    case 'centred':
      return { text, alignment: 'center', margin: [0, 0, 0, below] }
    default: {
      const indent = millimetres(style.indent ?? 0)
      // pdfmake breaks a word that is too long as if its line stood in no further than the others.
      const leadingIndent = widestWord(text, style.body, 'bold') > width - indent ? 0 : indent
      return { text, alignment: 'justify', leadingIndent, margin: [0, 0, 0, below] }
    }
  }
}
