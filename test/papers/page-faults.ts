/** What is wrong with the pages of a PDF that a machine can see: text beyond the margins or over other text, an empty page, a font that is not in it. */
import { type Page, pagesOf, pdfFonts, type Word } from '../documents/read-pdf.ts'

export interface Margins {
  readonly left: number
  readonly right: number
}

const POINTS_OF_MM = 72 / 25.4
/** What measuring may miss, in points. */
const SPARE = 1
/** Of the page's edges, where nothing stands at all, in mm. */
const EDGE = 5
/** Of two words, as a part of the smaller one: more is text over text. */
const MOST_OVERLAP = 0.35

export interface Looked {
  readonly pages: number
  readonly faults: readonly string[]
}

/** `margins` in mm. */
export function lookedAt(pdf: Buffer, margins: Margins): Looked {
  const pages = pagesOf(pdf)
  const foreign = pdfFonts(pdf).filter(({ embedded }) => !embedded)
  const faults = pages.flatMap((page, index) => faultsOn(page, margins).map((fault) => `page ${index + 1}: ${fault}`))
  return {
    pages: pages.length,
    faults: [...faults, ...foreign.map(({ name }) => `a font that is not in the file: ${name}`)],
  }
}

function faultsOn({ width, height, words }: Page, margins: Margins): string[] {
  const [left, right] = [margins.left * POINTS_OF_MM - SPARE, width - margins.right * POINTS_OF_MM + SPARE]
  const edge = EDGE * POINTS_OF_MM
  const beyond = words.filter(
    (box) => box.left < left || box.right > right || box.top < edge || box.bottom > height - edge,
  )
  // The foot alone is no page.
  const isEmpty = words.filter(({ bottom }) => bottom < height * 0.9).length < 3
  return [
    ...beyond.map(({ text }) => `“${text}” stands beyond the margins`),
    ...overlaps(words).map(([one, other]) => `“${one.text}” and “${other.text}” stand over each other`),
    ...(isEmpty ? ['it is empty'] : []),
  ]
}

function overlaps(words: readonly Word[]): [Word, Word][] {
  const found: [Word, Word][] = []
  const inOrder = [...words].sort((a, b) => a.top - b.top)
  for (const [index, one] of inOrder.entries()) {
    for (const other of inOrder.slice(index + 1)) {
      if (other.top >= one.bottom) break
      if (overlapOf(one, other) > MOST_OVERLAP) found.push([one, other])
    }
  }
  return found
}

/** Lines of type reach into each other a little: only the middle of each is looked at. */
function overlapOf(one: Word, other: Word): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  if (wide <= 0 || high <= 0) return 0
  const areas = [one, other].map((box) => (box.right - box.left) * (box.bottom - box.top))
  return (wide * high) / Math.max(0.01, Math.min(...areas))
}
