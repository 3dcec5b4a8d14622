/** What the end of a page must not part. pdfmake keeps a stack together; it must be lower than a page, or its end would be cut off. */
import type { Piece } from 'pdfmake'

export function together(pieces: readonly Piece[]): Piece {
  return { stack: pieces, unbreakable: true }
}

/** The last of `pieces` and what is below it on one page. */
export function withTail(pieces: readonly Piece[], tail: readonly Piece[]): Piece[] {
  if (tail.length === 0) return [...pieces]
  return [...pieces.slice(0, -1), together([...pieces.slice(-1), ...tail])]
}

/** A piece that goes to the next page unless there is so much room below it, which what follows then takes. */
export function withRoom(piece: Piece, room: number): Piece[] {
  const empty = (below: number): Piece => ({ stack: [], margin: [0, 0, 0, below] })
  return [together([piece, empty(room)]), empty(-room)]
}

/** Without what is free below the last piece: where it does not fit any more, pdfmake would begin a page for it. */
export function withoutEnd(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1)
  if (last === undefined) return []
  const { margin, stack, columns } = last
  return [
    ...pieces.slice(0, -1),
    {
      ...last,
      ...(margin && { margin: [margin[0], margin[1], margin[2], Math.min(0, margin[3])] }),
      ...(stack && { stack: withoutEnd(stack) }),
      ...(columns && { columns: columns.map((column) => withoutEnd([column])[0] ?? column) }),
    },
  ]
}
