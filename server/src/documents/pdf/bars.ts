/** A bar for each team, of parts in greys that a printer without colours keeps apart, with the total at its end. Thirty fit on a page (SPEC W-27). */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Piece, Shape } from 'pdfmake'
import type { Bar, Block } from '../paper.ts'
import { written } from '../written.ts'
import { LINE_HEIGHT } from './fonts.ts'
import type { Frame } from './frame.ts'
import { legendPieces } from './legend.ts'
import { BORDER, shadeOf } from './shades.ts'
import { widthOf } from './text-width.ts'

type Bars = Extract<Block, { kind: 'bars' }>

const LOWEST = 10.5
const HIGHEST = 24
const LEGEND = 26
const LARGEST_TYPE = 11
const SMALLEST_TYPE = 8
/** Of a row's height: its type, its bar. */
const TYPE_PART = 0.76
const BAR_PART = 0.8
/** Of the page's width; a longer name is cut. */
const MOST_LABEL = 0.42
/** Figures inside bars, for one point of the type beside them. */
const INSIDE = 0.85
const SMALLEST_INSIDE = 7
const GAP = 6
const ELLIPSIS = '…'

interface Measures {
  readonly height: number
  readonly size: number
  readonly label: number
  readonly bar: number
  readonly total: number
}

/** `left`: the height that the page has for them. */
export function barsPieces({ legend, bars }: Bars, frame: Frame, left: number): Piece[] {
  const measures = measuresOf(bars, frame, left - LEGEND)
  return [...legendPieces(legend, frame.width), ...bars.map((bar) => barPiece(bar, frame, measures))]
}

function measuresOf(bars: readonly Bar[], { language, width }: Frame, left: number): Measures {
  const height = Math.min(HIGHEST, Math.max(LOWEST, left / bars.length))
  const widest = (texts: readonly string[], look: 'regular' | 'bold') =>
    Math.max(0, ...texts.map((text) => widthOf(text, 1, look)))
  const labels = widest(
    bars.map(({ label }) => label),
    'regular',
  )
  // Smaller type before a name is cut.
  const fitting = (width * MOST_LABEL) / labels
  const size = Math.min(LARGEST_TYPE, height * TYPE_PART, Math.max(SMALLEST_TYPE, fitting))
  const label = Math.min(labels * size + 1, width * MOST_LABEL)
  const total =
    widest(
      bars.map((bar) => written(bar.total, language)),
      'bold',
    ) *
      size +
    2
  return { height, size, label, total, bar: width - label - total - 2 * GAP }
}

function barPiece({ label, total, parts }: Bar, { language }: Frame, measures: Measures): Piece {
  const { height, size } = measures
  const above = (height - size * LINE_HEIGHT) / 2
  const beside: Piece = { fontSize: size, margin: [0, above, 0, 0], noWrap: true }
  return {
    unbreakable: true,
    columnGap: GAP,
    columns: [
      { ...beside, text: shortened(label, size, measures.label), width: measures.label },
      { stack: partsDrawn(parts, language, measures), width: measures.bar },
      { ...beside, text: written(total, language), bold: true, alignment: 'right', width: measures.total },
    ],
  }
}

function partsDrawn(parts: Bar['parts'], language: Language, { height, size, bar }: Measures): Piece[] {
  const high = height * BAR_PART
  const shapes: Shape[] = []
  const figures: Piece[] = []
  const inside = size * INSIDE
  let x = 0
  for (const [part, { figure, share }] of parts.entries()) {
    const wide = share * bar
    const { fill, ink } = shadeOf(part)
    const text = written(figure, language)
    if (wide > 0)
      shapes.push({
        type: 'rect',
        x,
        y: 0,
        w: wide,
        h: high,
        lineWidth: BORDER.width,
        lineColor: BORDER.color,
        color: fill,
      })
    if (inside >= SMALLEST_INSIDE && widthOf(text, inside) + 2 < wide) {
      const relativePosition = {
        x: x + (wide - widthOf(text, inside)) / 2,
        y: (high - inside * LINE_HEIGHT) / 2,
      }
      figures.push({ text, fontSize: inside, color: ink, relativePosition, noWrap: true })
    }
    x += wide
  }
  const empty = { stack: [], margin: [0, 0, 0, height] } as const
  if (shapes.length === 0) return [empty]
  const above = (height - high) / 2
  return [
    { canvas: shapes, margin: [0, above, 0, -(high + BORDER.width)] },
    ...figures,
    { stack: [], margin: [0, 0, 0, height - above] },
  ]
}

/** What fits of a text. */
function shortened(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text
  let end = text.length
  while (end > 0 && widthOf(text.slice(0, end) + ELLIPSIS, size) > room) end -= 1
  return text.slice(0, end).trimEnd() + ELLIPSIS
}
