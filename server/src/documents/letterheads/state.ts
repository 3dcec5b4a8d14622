/** Papers of bodies of the State: Decree 30/2020/NĐ-CP, appendix I. */
import { letterheadTitles } from '@bang-diem/shared/contest/letterheads.ts'
import type { LetterheadTemplate } from './letterhead.ts'
import { bodies, dateline, numberWritten, rightLines, symbolOf } from './lines.ts'

export const state: LetterheadTemplate = {
  title: letterheadTitles.state,
  style: {
    margins: { top: 20, right: 15, bottom: 20, left: 30 },
    body: 13,
    title: 14,
    subject: 14,
    pageNumber: 'top-centre',
    indent: 10,
  },
  lines: (input) => {
    const { definition, kind, number } = input
    return {
      left: bodies(definition, { size: 12, look: 'plain' }, { size: 12, look: 'bold', rule: 'part' }),
      right: rightLines(definition, [
        { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12, look: 'bold' },
        { text: 'Độc lập - Tự do - Hạnh phúc', size: 13, look: 'bold', rule: 'full' },
      ]),
      number:
        kind === null
          ? null
          : { text: `Số: ${numberWritten(number)}/${kind}-${symbolOf(definition)}`, size: 13, look: 'plain' },
      dateline: dateline(input, 13),
    }
  },
}
