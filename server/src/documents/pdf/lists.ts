/** Lists, one inside the other. Numbered ones go on with letters, the others with dashes. */
import type { Piece } from 'pdfmake'
import type { Block, ListItem } from '../paper.ts'
import type { Frame } from './frame.ts'

type List = Extract<Block, { kind: 'list' }>

const MARKER = 20
const ASIDE = 11
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** One piece an item of the outermost list. */
export function listPieces({ items, numbered }: List, { width }: Frame): Piece[] {
  return items.map((item, index) => itemPiece(item, { marker: numbered ? `${index + 1}.` : '–', numbered, width }))
}

interface Place {
  readonly marker: string
  readonly numbered: boolean
  readonly width: number
}

/** Its width is told in points: in an open one a word that is too long would leave the page. */
function itemPiece({ text, aside, items }: ListItem, { marker, numbered, width }: Place): Piece {
  const room = width - MARKER
  const letter = (index: number) => (numbered ? `${LETTERS[index] ?? index + 1})` : '–')
  const stack: Piece[] = [
    { text },
    ...(aside === undefined ? [] : [{ text: aside, fontSize: ASIDE, italics: true, margin: [0, 1, 0, 0] } as const]),
    ...(items ?? []).map((inner, index) => itemPiece(inner, { marker: letter(index), numbered: false, width: room })),
  ]
  return {
    columns: [
      { text: marker, width: MARKER },
      { stack, width: room },
    ],
    columnGap: 0,
    margin: [0, 1, 0, 3],
  }
}
