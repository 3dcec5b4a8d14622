/** What is wrong with the pages of a PDF that a machine can see: text beyond the margins or over other text, an empty page, a font that is not in it. */
import { run } from './pdf-text.ts'

export interface Margins {
  readonly left: number
  readonly right: number
}

interface Box {
  readonly word: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Page {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
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
export async function lookedAt(pdf: Buffer, margins: Margins): Promise<Looked> {
  const pages = pagesIn(await run('pdftotext', ['-bbox', '-', '-'], pdf))
  const fonts = (await run('pdffonts', ['-'], pdf)).split('\n').slice(2)
  const foreign = fonts.filter((font) => font !== '' && !/ yes +(?:yes|no) +(?:yes|no) +\d+ +\d+ *$/.test(font))
  const faults = pages.flatMap((page, index) => faultsOn(page, margins).map((fault) => `page ${index + 1}: ${fault}`))
  return {
    pages: pages.length,
    faults: [...faults, ...foreign.map((font) => `a font that is not in the file: ${font}`)],
  }
}

function faultsOn({ width, height, boxes }: Page, margins: Margins): string[] {
  const [left, right] = [margins.left * POINTS_OF_MM - SPARE, width - margins.right * POINTS_OF_MM + SPARE]
  const edge = EDGE * POINTS_OF_MM
  const beyond = boxes.filter(
    (box) => box.left < left || box.right > right || box.top < edge || box.bottom > height - edge,
  )
  // The foot alone is no page.
  const isEmpty = boxes.filter(({ bottom }) => bottom < height * 0.9).length < 3
  return [
    ...beyond.map(({ word }) => `“${word}” stands beyond the margins`),
    ...overlaps(boxes).map(([one, other]) => `“${one.word}” and “${other.word}” stand over each other`),
    ...(isEmpty ? ['it is empty'] : []),
  ]
}

function overlaps(boxes: readonly Box[]): [Box, Box][] {
  const found: [Box, Box][] = []
  const inOrder = [...boxes].sort((a, b) => a.top - b.top)
  for (const [index, one] of inOrder.entries()) {
    for (const other of inOrder.slice(index + 1)) {
      if (other.top >= one.bottom) break
      if (overlapOf(one, other) > MOST_OVERLAP) found.push([one, other])
    }
  }
  return found
}

/** Lines of type reach into each other a little: only the middle of each is looked at. */
function overlapOf(one: Box, other: Box): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  if (wide <= 0 || high <= 0) return 0
  const areas = [one, other].map((box) => (box.right - box.left) * (box.bottom - box.top))
  return (wide * high) / Math.max(0.01, Math.min(...areas))
}

function pagesIn(bbox: string): Page[] {
  return bbox
    .split('<page ')
    .slice(1)
    .map((text) => {
      const [, width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? []
      const words = text.matchAll(
        /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
      )
      return {
        width: Number(width),
        height: Number(height),
        boxes: [...words].map(([, left, top, right, bottom, word = '']) => ({
          word,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        })),
      }
    })
}
