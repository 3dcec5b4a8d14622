/**
 * A paper as a PDF file. The same paper gives the same bytes: no clock and no chance is in it, and it says nothing of the machine that made
 * it. Nothing is read but the fonts, and nothing is fetched, whatever the texts of a contest say.
 */
/// <reference path="./pdfmake.d.ts" />
import pdfmake from 'pdfmake'
import type { Paper } from '../paper.ts'
import { stackedLeaf } from '../second-lines.ts'
import { fontFiles, TYPEFACE } from './fonts.ts'
import { frameOf, marginsOf } from './frame.ts'
import { leafPieces } from './leaves.ts'
import { withLetterNote } from './missing-letters.ts'
import { pageFoot, pageHead } from './page-edges.ts'

pdfmake.addFonts({ [TYPEFACE]: fontFiles })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(fontFiles).includes(path))

/** A4, with its fonts inside (SPEC W-20). A paper of many hundred pages takes seconds of one processor. */
export async function renderPdf(paper: Paper): Promise<Uint8Array> {
  const frame = frameOf(paper)
  const file = pdfmake.createPdf({
    language: paper.language,
    info: {
      title: paper.title,
      ...(paper.author === undefined ? {} : { author: paper.author }),
      creator: 'Bảng Điểm',
      creationDate: new Date(0),
    },
    displayTitle: true,
    pageSize: 'A4',
    pageOrientation: paper.orientation,
    pageMargins: marginsOf(paper.style),
    defaultStyle: { font: TYPEFACE, fontSize: paper.style.body, lineHeight: 1 },
    header: pageHead(paper),
    footer: pageFoot(paper),
    content: paper.leaves.map((leaf, index) => ({
      stack: leafPieces(withLetterNote(stackedLeaf(leaf, paper.language), paper.language), frame),
      ...(index === 0 ? {} : { pageBreak: 'before' }),
    })),
  })
  // pdfkit numbers the file by a day, and would write it down: hidden, no day stands in the file that is none.
  Object.defineProperty((await file.getStream()).info, 'CreationDate', { enumerable: false })
  return file.getBuffer()
}
