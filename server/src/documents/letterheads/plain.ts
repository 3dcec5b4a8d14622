/** Papers without a motto: who issues them at the left, the contest at the right. */
import { letterheadTitles } from '@bang-diem/shared/contest/letterheads.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import type { LetterheadInput, LetterheadLine, LetterheadTemplate } from './letterhead.ts'
import { dayWritten, issuerOf, numberLine, rightLines } from './lines.ts'
import { letterheadWords } from './words.ts'

const SIZE = 12

export const plain: LetterheadTemplate = {
  title: letterheadTitles.plain,
  style: {
    margins: { top: 18, right: 18, bottom: 20, left: 22 },
    body: 12,
    title: 16,
    subject: 13,
    pageNumber: 'foot',
  },
  lines: (input) => {
    const { definition } = input
    const { language, papers, title } = definition
    const above: LetterheadLine[] =
      papers.parent === undefined ? [] : [{ text: papers.parent, size: SIZE, look: 'plain' }]
    const { number } = pick(language, letterheadWords)
    return {
      left: [...above, { text: issuerOf(definition, language), size: SIZE, look: 'bold' }],
      right: rightLines(definition, [{ text: title, size: SIZE, look: 'bold' }]),
      number: numberLine(input, SIZE, (written, kind, symbol) => number(`${written}/${kind}-${symbol}`)),
      dateline: { text: when(input), size: SIZE, look: 'italic' },
    }
  },
}

/** With the place where the papers name one. */
function when({ definition: { papers, language }, date }: LetterheadInput): string {
  const day = dayWritten(date, language)
  return papers.place === undefined
    ? `${day.slice(0, 1).toLocaleUpperCase('vi')}${day.slice(1)}`
    : `${papers.place}, ${day}`
}
