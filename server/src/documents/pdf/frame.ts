/** The place where the blocks of a paper stand: its room, its language and its sizes. In points, like everything in this folder. */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Sides } from 'pdfmake'
import type { PageStyle, Paper } from '../paper.ts'

export interface Frame {
  readonly language: Language
  readonly style: PageStyle
  /** Between the margins. */
  readonly width: number
  readonly height: number
}

const A4 = { short: 595.28, long: 841.89 }
const POINTS_OF_MM = 72 / 25.4

export function millimetres(count: number): number {
  return count * POINTS_OF_MM
}

export function marginsOf({ margins }: PageStyle): Sides {
  return [millimetres(margins.left), millimetres(margins.top), millimetres(margins.right), millimetres(margins.bottom)]
}

export function frameOf({ language, orientation, style }: Paper): Frame {
  const [left, top, right, bottom] = marginsOf(style)
  const isUpright = orientation === 'portrait'
  return {
    language,
    style,
    width: (isUpright ? A4.short : A4.long) - left - right,
    height: (isUpright ? A4.long : A4.short) - top - bottom,
  }
}
