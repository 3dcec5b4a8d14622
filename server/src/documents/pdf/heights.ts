/** How high blocks will be, near enough to decide what can stay together on a page. Nothing is placed by it. */
import type { Block, ListItem, Signature } from '../paper.ts'
import { LINE_HEIGHT } from './fonts.ts'
import { type Frame, millimetres } from './frame.ts'
import { linesOf } from './text-width.ts'

/** Above and below a block. */
const GAP = 8
/** Of a signature, beside the lines of its title: its hint, where one signs, the name. */
const SIGNATURE = millimetres(22) + 50

export function textHeight(text: string, size: number, width: number): number {
  return linesOf(text, size, width) * size * LINE_HEIGHT
}

/** Tables and bars have no height of their own: they take the pages that they need. */
export function heightOf(block: Block, frame: Frame): number {
  const { style, width } = frame
  const lines = (texts: readonly string[], size = style.body) =>
    texts.reduce((sum, text) => sum + textHeight(text, size, width) + 2, GAP)
  switch (block.kind) {
    case 'letterhead':
      return (Math.max(block.letterhead.left.length, block.letterhead.right.length) + 1) * style.body * 1.5 + GAP
    case 'title':
      return lines([block.text, ...block.subjects], style.title) + 3 * GAP
    case 'heading':
    case 'text':
      return lines([block.text])
    case 'fields':
      return lines(block.fields.map(({ label, content }) => `${label}: ${content ?? ''}`))
    case 'list':
      return lines(itemTexts(block.items))
    case 'code':
      return block.size === 'large' ? millimetres(80) : 0
    case 'signatures':
      return signaturesHeight(block.rows, frame)
    case 'table':
    case 'bars':
      return 0
  }
}

function itemTexts(items: readonly ListItem[]): string[] {
  return items.flatMap(({ text, aside, items: inner }) => [
    text,
    ...(aside === undefined ? [] : [aside]),
    ...itemTexts(inner ?? []),
  ])
}

/** Of the part of a block that signatures below it would stay with. */
export function endHeight(block: Block, frame: Frame): number {
  return heightOf(block.kind === 'list' ? { ...block, items: block.items.slice(-1) } : block, frame)
}

export function signaturesHeight(rows: readonly (readonly Signature[])[], { style, width }: Frame): number {
  const title = (row: readonly Signature[]) =>
    Math.max(...row.map((signature) => textHeight(signature.title, style.body, width / Math.max(2, row.length))))
  return rows.reduce((sum, row) => sum + SIGNATURE + title(row), GAP)
}
