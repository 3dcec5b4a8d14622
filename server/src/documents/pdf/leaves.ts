/**
 * The blocks of a leaf in their order, with what must not be parted by the end of a page: a heading and what follows it, signatures and the
 * last of what is signed.
 */
import type { Piece } from 'pdfmake'
import type { Block, Leaf, Table } from '../paper.ts'
import { barsPieces } from './bars.ts'
import { codePiece } from './code.ts'
import { fieldPieces } from './fields.ts'
import { LINE_HEIGHT } from './fonts.ts'
import type { Frame } from './frame.ts'
import { endHeight, heightOf } from './heights.ts'
import { together, withoutEnd, withRoom, withTail } from './keep.ts'
import { letterheadPiece } from './letterhead.ts'
import { listPieces } from './lists.ts'
import { keptHeight, type SignatureRow, signaturePieces } from './signatures.ts'
import { beginningHeight, tablePieces } from './tables.ts'
import { headingPiece, textPiece, titlePiece } from './texts.ts'

/** Of a page: a text that is higher may be parted from the signatures below it, since it may itself be parted. */
const MOST_KEPT = 0.2
const LINES_BELOW_HEADING = 3
/** Of a page. */
const MOST_BELOW_HEADING = 0.9

type SignedBlock = Exclude<Block, { kind: 'signatures' }>
type CodeBlock = Extract<Block, { kind: 'code' }>

/** A block, and those who sign right below it. */
interface Signed {
  readonly block: SignedBlock | null
  readonly signatures: readonly SignatureRow[]
}

/** What one block must know of those around it. */
interface Around {
  readonly next: Signed | null
  /** Stays on the page of the block's end. */
  readonly tail: readonly Piece[]
  readonly corner: CodeBlock | null
  /** What is left of the page's height. */
  readonly left: number
}

export function leafPieces({ blocks }: Leaf, frame: Frame): Piece[] {
  const hasTitle = blocks.some(({ kind }) => kind === 'title')
  const corner = hasTitle ? (blocks.filter(isCode).find(({ size }) => size === 'corner') ?? null) : null
  const inOrder = signedBlocks(blocks.filter((block) => block !== corner))
  const left = frame.height - blocks.reduce((sum, block) => sum + heightOf(block, frame), 0)
  const pieces = inOrder.flatMap(({ block, signatures }, index) => {
    const { kept, loose } = signaturePieces(signatures, frame)
    const next = inOrder[index + 1] ?? null
    const own = block === null ? [together(kept)] : piecesOf(block, frame, { next, tail: kept, corner, left })
    return [...own, ...loose.map((piece) => together([piece]))]
  })
  return withoutEnd(pieces)
}

const isCode = (block: Block): block is CodeBlock => block.kind === 'code'

function signedBlocks(blocks: readonly Block[]): Signed[] {
  const found: Signed[] = []
  for (const block of blocks) {
    if (block.kind !== 'signatures') found.push({ block, signatures: [] })
    else {
      const { block: signed, signatures } = found.pop() ?? { block: null, signatures: [] }
      found.push({ block: signed, signatures: [...signatures, ...block.rows] })
    }
  }
  return found
}

function piecesOf(block: SignedBlock, frame: Frame, around: Around): Piece[] {
  const { tail } = around
  if (block.kind === 'table') return tablePieces(block, frame, tail)
  const pieces = ownPieces(block, frame, around)
  const isLong = (block.kind === 'text' || block.kind === 'list') && endHeight(block, frame) > frame.height * MOST_KEPT
  return isLong && tail.length > 0 ? [...pieces, together(tail)] : withTail(pieces, tail)
}

function ownPieces(block: Exclude<SignedBlock, Table>, frame: Frame, { next, tail, corner, left }: Around): Piece[] {
  switch (block.kind) {
    case 'letterhead':
      return [letterheadPiece(block.letterhead, frame)]
    case 'title':
      return [titlePiece(block, frame, corner)]
    case 'heading':
      return tail.length > 0 ? [headingPiece(block)] : withRoom(headingPiece(block), roomFor(next, frame))
    case 'text':
      return [textPiece(block, frame)]
    case 'fields':
      return fieldPieces(block, frame)
    case 'list':
      return listPieces(block, frame)
    case 'bars':
      return barsPieces(block, frame, left)
    case 'code':
      return [codePiece(block)]
  }
}

/** The first lines of what follows a heading; of a table what stands together at its beginning, which hardly any page is too small for. */
function roomFor(next: Signed | null, frame: Frame): number {
  if (!next?.block) return 0
  const lines = LINES_BELOW_HEADING * frame.style.body * LINE_HEIGHT
  if (next.block.kind !== 'table') return lines
  const beginning = beginningHeight(next.block, frame, keptHeight(next.signatures, frame))
  return Math.min(Math.max(lines, beginning), frame.height * MOST_BELOW_HEADING)
}
