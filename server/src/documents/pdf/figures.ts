/** Figures as a page shows them, and how they stand in a column: with their decimal marks below each other. */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Cell, Content } from '../paper.ts'
import { written } from '../written.ts'
import { widthOf } from './text-width.ts'

/** Of the type's size: pdfmake's superscript. */
const MARK_SIZE = 0.58

/** Of a cell: before its decimal mark, and from there on, the sign of a note with it. A text has no decimal mark. */
export interface FigureWidths {
  readonly before: number
  readonly after: number
}

export function figureWidths({ content, bold, mark }: Cell, language: Language, size: number): FigureWidths {
  const look = bold === true ? 'bold' : 'regular'
  const text = written(content, language)
  const { whole = '', rest = '' } = /^(?<whole>.*?)(?<rest>[.,]\d+)?$/.exec(text)?.groups ?? {}
  const note = mark === undefined ? 0 : widthOf(mark, size * MARK_SIZE, look)
  return { before: widthOf(whole, size, look), after: widthOf(rest, size, look) + note }
}

export const isFigure = (content: Content): boolean => content !== null && typeof content !== 'string'

/** The widest of both parts, of the figures alone. */
export function widestFigures(cells: readonly Cell[], language: Language, size: number): FigureWidths {
  const all = cells.filter(({ content }) => isFigure(content)).map((cell) => figureWidths(cell, language, size))
  return {
    before: Math.max(0, ...all.map(({ before }) => before)),
    after: Math.max(0, ...all.map(({ after }) => after)),
  }
}
