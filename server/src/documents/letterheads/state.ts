/** Papers of bodies of the State: Decree 30/2020/NĐ-CP, appendix I. */
import { letterheadTitles } from '@bang-diem/shared/contest/letterheads.ts'
import type { LetterheadTemplate } from './letterhead.ts'
import { bodies, dateline, numberLine, regulationPage, rightLines } from './lines.ts'

export const state: LetterheadTemplate = {
  title: letterheadTitles.state,
  style: {
    ...regulationPage,
    body: 13,
    title: 14,
    subject: 14,
  },
  lines: (input) => {
    const { definition } = input
    return {
      left: bodies(definition, { size: 12, look: 'plain' }, { size: 12, look: 'bold', rule: 'part' }),
      right: rightLines(definition, [
        { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12, look: 'bold' },
        { text: 'Độc lập - Tự do - Hạnh phúc', size: 13, look: 'bold', rule: 'full' },
      ]),
      number: numberLine(input, 13, (written, kind, symbol) => `Số: ${written}/${kind}-${symbol}`),
      dateline: dateline(input, 13),
    }
  },
}
