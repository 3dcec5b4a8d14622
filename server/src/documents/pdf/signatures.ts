/** Where people sign: side by side, each with a title, what to do there, room for a signature, and the name (SPEC W-25). */
import type { Piece, TableLayout } from 'pdfmake'
import type { Signature } from '../paper.ts'
import { bareTable } from './bare-table.ts'
import { type Frame, millimetres } from './frame.ts'
import { signaturesHeight } from './heights.ts'
import { widthOf } from './text-width.ts'

export type SignatureRow = readonly Signature[]

/** Free for a hand. */
const ROOM_MM = 22
/** Of a page's height: more rows than this holds cannot stay together. */
const MOST = 0.75
/** One who signs alone does so at the right. */
const LEAST_PLACES = 2
const SIDE = 3
/** What measuring may miss. */
const SPARE = 1
const SMALLEST_NAME = 11

const layout: TableLayout = {
  ...bareTable,
  paddingLeft: () => SIDE,
  paddingRight: () => SIDE,
  paddingBottom: () => 1,
}

/** `kept` goes with what is signed; `loose` are the rows of a crowd that no page holds, each of which stays whole, the last two together. */
export function signaturePieces(rows: readonly SignatureRow[], frame: Frame): { kept: Piece[]; loose: Piece[] } {
  const pieces = rows.map((row) => rowPiece(row, nameSize(rows, frame), frame))
  if (stayTogether(rows, frame)) return { kept: pieces, loose: [] }
  // The last who signs is not left alone on a page.
  return { kept: pieces.slice(0, 1), loose: [...pieces.slice(1, -2), { stack: pieces.slice(-2) }] }
}

function stayTogether(rows: readonly SignatureRow[], frame: Frame): boolean {
  return signaturesHeight(rows, frame) <= frame.height * MOST
}

/** Of those that go with what is signed. */
export function keptHeight(rows: readonly SignatureRow[], frame: Frame): number {
  if (rows.length === 0) return 0
  return signaturesHeight(stayTogether(rows, frame) ? rows : rows.slice(0, 1), frame)
}

/** Titles stand in one line, hints in the next, however many lines a title has. */
function rowPiece(signatures: SignatureRow, size: number, frame: Frame): Piece {
  const open = Array.from({ length: Math.max(0, LEAST_PLACES - signatures.length) }, () => null)
  const places = [...open, ...signatures]
  const row = (cell: (signature: Signature) => Piece) =>
    places.map((place) => (place === null ? { text: '' } : cell(place)))
  return {
    alignment: 'center',
    margin: [0, 12, 0, 0],
    layout,
    table: {
      widths: places.map(() => frame.width / places.length - 2 * SIDE),
      body: [
        row(({ title }) => ({ text: title, bold: true })),
        row(({ hint }) => ({ text: hint, italics: true })),
        places.map(() => ({ stack: [], margin: [0, millimetres(ROOM_MM), 0, 0] })),
        row(({ name }) => ({ text: name ?? '', bold: true, fontSize: size })),
      ],
    },
  }
}

/** As large as the body, unless a name then takes two lines. */
function nameSize(rows: readonly SignatureRow[], { style, width }: Frame): number {
  const parts = rows.flatMap((row) =>
    row.map(({ name }) => widthOf(name ?? '', 1, 'bold') * Math.max(LEAST_PLACES, row.length)),
  )
  const places = Math.max(LEAST_PLACES, ...rows.map((row) => row.length))
  return Math.max(SMALLEST_NAME, Math.min(style.body, (width - places * 2 * (SIDE + SPARE)) / Math.max(1, ...parts)))
}
