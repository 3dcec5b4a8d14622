/** The lines that several templates have, each with its texts from the definition. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import type { LetterheadInput, LetterheadLine } from './letterhead.ts'
import { letterheadWords, OPEN, OPEN_PLACE, ORGANISERS_SYMBOL } from './words.ts'

type Look = Omit<LetterheadLine, 'text'>

/** Margins, page numbers and the first line of a paragraph are alike in the regulations of Party, State and Youth Union. */
export const regulationPage = {
  margins: { top: 20, right: 15, bottom: 20, left: 30 },
  pageNumber: 'top-centre',
  indent: 10,
} as const

/** Who issues: as the papers say it, else the organiser, else the organisers at large. */
export function issuerOf({ papers, organiser }: Definition, language: Language): string {
  return papers.issuer ?? organiser ?? pick(language, letterheadWords).organisers
}

function symbolOf({ papers }: Definition): string {
  return papers.symbol ?? ORGANISERS_SYMBOL
}

/** Bodies are written in capitals: the one above, where there is one, and the issuer. */
export function bodies(definition: Definition, parent: Look, issuer: Look): LetterheadLine[] {
  const capitals = (text: string) => text.toLocaleUpperCase('vi')
  const above = definition.papers.parent
  return [
    ...(above === undefined ? [] : [{ text: capitals(above), ...parent }]),
    { text: capitals(issuerOf(definition, 'vi')), ...issuer },
  ]
}

/** The template's own lines, or the definition's texts in their looks, the last with the last one's. */
export function rightLines(
  { papers }: Definition,
  own: readonly [LetterheadLine, ...LetterheadLine[]],
): LetterheadLine[] {
  const texts = papers.right ?? own.map(({ text }) => text)
  const last = own.at(-1) ?? own[0]
  return texts.map((text, index) => {
    const isLast = index === texts.length - 1
    const { rule, ...look } = isLast ? last : (own[index] ?? last)
    return { ...look, text, ...(isLast && rule !== undefined ? { rule } : {}) }
  })
}

/** None for a kind of paper that has none; `written` puts number, kind and symbol in the order of a regulation. */
export function numberLine(
  { definition, kind, number }: LetterheadInput,
  size: number,
  written: (number: string, kind: string, symbol: string) => string,
): LetterheadLine | null {
  if (kind === null) return null
  return { text: written(numberWritten(number), kind, symbolOf(definition)), size, look: 'plain' }
}

/** Below ten with one leading zero, however it was typed; open where nobody gave one. */
function numberWritten(number: string | null): string {
  return number === null ? OPEN : number.replace(/^0+/, '').padStart(2, '0')
}

/** `Buôn Ma Thuột, ngày 05 tháng 01 năm 2026`. */
export function dateline({ definition, date }: LetterheadInput, size: number): LetterheadLine {
  const place = definition.papers.place ?? OPEN_PLACE
  return { text: `${place}, ${dayWritten(date, 'vi')}`, size, look: 'italic' }
}

/** `2026-01-05`: the fifth of January. */
export function dayWritten(date: string | null, language: Language): string {
  const words = pick(language, letterheadWords)
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  return date === null ? words.openDay : words.day(day, month, year)
}
