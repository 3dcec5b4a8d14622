/** Papers of bodies of the Party. */
import { letterheadTitles } from '@bang-diem/shared/contest/letterheads.ts'
import type { LetterheadTemplate } from './letterhead.ts'
import { bodies, dateline, numberWritten, rightLines, symbolOf } from './lines.ts'

const SIZE = 14

export const party: LetterheadTemplate = {
  title: letterheadTitles.party,
  style: {
    margins: { top: 20, right: 15, bottom: 20, left: 30 },
    body: 14,
    title: 16,
    subject: 14,
    pageNumber: 'top-centre',
    indent: 10,
  },
  lines: (input) => {
    const { definition, kind, number } = input
    return {
      left: [
        ...bodies(definition, { size: SIZE, look: 'plain' }, { size: SIZE, look: 'bold' }),
        { text: '*', size: SIZE, look: 'plain' },
      ],
      right: rightLines(definition, [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15, look: 'bold', rule: 'full' }]),
      number:
        kind === null
          ? null
          : { text: `Số ${numberWritten(number)}-${kind}/${symbolOf(definition)}`, size: SIZE, look: 'plain' },
      dateline: dateline(input, SIZE),
    }
  },
}
