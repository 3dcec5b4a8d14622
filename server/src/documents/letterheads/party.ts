/** Papers of bodies of the Party. */
import { letterheadTitles } from '@bang-diem/shared/contest/letterheads.ts'
import type { LetterheadTemplate } from './letterhead.ts'
import { bodies, dateline, numberLine, regulationPage, rightLines } from './lines.ts'

const SIZE = 14

export const party: LetterheadTemplate = {
  title: letterheadTitles.party,
  style: {
    ...regulationPage,
    body: 14,
    title: 16,
    subject: 14,
  },
  lines: (input) => {
    const { definition } = input
    return {
      left: [
        ...bodies(definition, { size: SIZE, look: 'plain' }, { size: SIZE, look: 'bold' }),
        { text: '*', size: SIZE, look: 'plain' },
      ],
      right: rightLines(definition, [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15, look: 'bold', rule: 'full' }]),
      number: numberLine(input, SIZE, (written, kind, symbol) => `Số ${written}-${kind}/${symbol}`),
      dateline: dateline(input, SIZE),
    }
  },
}
