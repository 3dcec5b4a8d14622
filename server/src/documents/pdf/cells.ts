/** The cells of a table: how the content of each column stands in it. */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Piece } from 'pdfmake'
import type { Cell, ColumnKind } from '../paper.ts'
import { written } from '../written.ts'
import { type FigureWidths, figureWidths, isFigure, widestFigures } from './figures.ts'

/** How the contents of one column stand. */
export interface Standing {
  readonly language: Language
  readonly size: number
  readonly width: number
  readonly kind: ColumnKind
  readonly widest: FigureWidths
}

export function standingOf(
  kind: ColumnKind,
  cells: readonly Cell[],
  of: Pick<Standing, 'language' | 'size' | 'width'>,
): Standing {
  return { ...of, kind, widest: widestFigures(cells, of.language, of.size) }
}

export function headCell(title: string): Piece {
  return { text: title, bold: true, alignment: 'center', verticalAlignment: 'middle' }
}

export function cellPiece(cell: Cell, standing: Standing): Piece {
  const { content, bold = false, struck = false, mark } = cell
  const text: Piece = { text: written(content, standing.language), ...(struck ? { decoration: 'lineThrough' } : {}) }
  const note: Piece[] = mark === undefined ? [] : [{ text: mark, sup: true }]
  return { text: [text, ...note], bold, verticalAlignment: 'middle', ...placed(cell, standing) }
}

/** Figures stand with their decimal marks below each other, and all of them in the middle of their column. */
function placed(cell: Cell, { kind, widest, width, language, size }: Standing): Pick<Piece, 'alignment' | 'margin'> {
  if (kind === 'name' || kind === 'sentence') return { alignment: 'left' }
  if (kind !== 'figure' || !isFigure(cell.content)) return { alignment: 'center' }
  const beside = Math.max(0, width - widest.before - widest.after) / 2
  const { after } = figureWidths(cell, language, size)
  return { alignment: 'right', margin: [0, 0, beside + widest.after - after, 0] }
}
