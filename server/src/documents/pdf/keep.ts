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
