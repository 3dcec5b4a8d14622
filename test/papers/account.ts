/**
 * Every number on a page must be one that is expected there: the contents of rows and lines are looked for in their order, each word once, and no word
 * with a digit may be left over.
 */
import type { Content, Expected, ExpectedLine } from './expected.ts'
import { canonical, canonicalDecimal, type Language } from './numbers.ts'

const hasDigit = (word: string) => /\d/.test(word)

/** Words as they are compared: without the punctuation of a sentence, numbers in one way of writing. */
export function comparable(text: string, language: Language): string[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => canonical(word.replace(/^[("“'‘«[]+|[)"”'’».,;:!?\]…*†]+$/g, ''), language))
    .filter((word) => word !== '')
}

export function wordsOf(contents: readonly Content[], language: Language): string[] {
  return contents.flatMap((content) => {
    if (content === null) return []
    if (typeof content === 'string') return comparable(content, language)
    return 'number' in content ? [canonicalDecimal(content.number)] : wordsOf(content.together, language)
  })
}

/** The first difference between the words of the pages and what is expected; null where there is none. */
export function difference(words: readonly string[], expected: Expected, language: Language): string | null {
  const isUsed = words.map(() => false)
  const take = ({ contents, gap }: ExpectedLine, from: number): number | null => {
    const places = placesOf(wordsOf(contents, language), words, { isUsed, from, gap })
    if (places === null) return null
    for (const place of places) isUsed[place] = true
    return (places.at(-1) ?? from - 1) + 1
  }
  for (const line of expected.letterhead ?? []) while (take(line, 0) !== null);
  const rows = expected.tables.flatMap((table) => table.rows.map((contents): ExpectedLine => ({ contents, gap: 0 })))
  for (const lines of [rows, ...expected.lines]) {
    let from: number | null = 0
    for (const line of lines) {
      from = take(line, from)
      if (from === null) return `nowhere: ${wordsOf(line.contents, language).join(' ')}`
    }
  }
  const loose = new Set(wordsOf(expected.loose, language))
  const at = words.findIndex((word, index) => !isUsed[index] && hasDigit(word) && !loose.has(word))
  return at < 0 ? null : `nobody gave ${words[at]} in “${words.slice(Math.max(0, at - 8), at + 4).join(' ')}”`
}

interface Search {
  readonly isUsed: readonly boolean[]
  readonly from: number
  readonly gap: number
}

/** Where the words stand: the first place at which all of them do, and of those that end there the closest. */
function placesOf(wanted: readonly string[], words: readonly string[], search: Search): number[] | null {
  if (wanted.length === 0) return []
  let closest: number[] | null = null
  for (let begin = search.from; begin < words.length; begin += 1) {
    const last = closest?.at(-1)
    if (last !== undefined && begin > last) return closest
    const places = placesFrom(begin, wanted, words, search)
    if (places !== null && (last === undefined || places.at(-1) === last)) closest = places
  }
  return closest
}

function placesFrom(
  begin: number,
  [first, ...rest]: readonly string[],
  words: readonly string[],
  { isUsed, gap }: Search,
): number[] | null {
  if (words[begin] !== first || isUsed[begin]) return null
  const places = [begin]
  for (const word of rest) {
    const after = (places.at(-1) ?? begin) + 1
    const near = words.slice(after, after + gap + 1)
    const next = near.findIndex((each, index) => each === word && !isUsed[after + index])
    if (next < 0) return null
    places.push(after + next)
  }
  return places
}
