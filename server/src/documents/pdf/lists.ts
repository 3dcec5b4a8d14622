/** Lists, one inside the other. Numbered ones go on with letters, the others with dashes. */
import type { Piece } from 'pdfmake'
import type { Block, ListItem } from '../paper.ts'

type List = Extract<Block, { kind: 'list' }>

const MARKER = 20
const ASIDE = 11
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** One piece an item of the outermost list. */
export function listPieces({ items, numbered }: List): Piece[] {
  return items.map((item, index) => itemPiece(item, numbered ? `${index + 1}.` : '–', numbered))
}

function itemPiece({ text, aside, items }: ListItem, marker: string, numbered: boolean): Piece {
  const stack: Piece[] = [
    { text },
    ...(aside === undefined ? [] : [{ text: aside, fontSize: ASIDE, italics: true, margin: [0, 1, 0, 0] } as const]),
    ...(items ?? []).map((inner, index) => itemPiece(inner, numbered ? `${LETTERS[index] ?? index + 1})` : '–', false)),
  ]
  return {
    columns: [
      { text: marker, width: MARKER },
      { stack, width: '*' },
    ],
    columnGap: 0,
    margin: [0, 1, 0, 3],
  }
}
