/** Papers of the Ho Chi Minh Communist Youth Union. */
import { letterheadTitles } from '@bang-diem/shared/contest/letterheads.ts'
import type { LetterheadTemplate } from './letterhead.ts'
import { bodies, dateline, numberWritten, rightLines, symbolOf } from './lines.ts'

const SIZE = 13

export const youthUnion: LetterheadTemplate = {
  title: letterheadTitles['youth-union'],
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
        { text: '***', size: SIZE, look: 'plain' },
      ],
      right: rightLines(definition, [{ text: 'ĐOÀN TNCS HỒ CHÍ MINH', size: 15, look: 'bold', rule: 'full' }]),
      number:
        kind === null
          ? null
          : { text: `Số: ${numberWritten(number)}-${kind}/${symbolOf(definition)}`, size: SIZE, look: 'plain' },
      dateline: dateline(input, SIZE),
    }
  },
}
