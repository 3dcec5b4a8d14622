/** What a document still waits for, as short lines: a team a line where sheets are missing, otherwise as the hub says it. */
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import type { LackReceived, OfferedDocument } from '@bang-diem/shared/link/documents.ts'
import { missingEntry } from '@bang-diem/shared/views/show-entries.ts'
import * as v from 'valibot'
import type { ShowNames } from '../../model/show-names.ts'
import type { Words } from '../../shell/words.ts'
import { missingWords } from '../missing-words.ts'

const firstMissing = v.object({ ...missingEntry.entries, moreJudges: v.optional(v.number()) })
const sheetsMissing = v.object({ code: v.literal('sheets-missing'), missing: v.array(firstMissing) })

/** More of them stand by their seats alone. */
const NAMED_JUDGES = 3

/** `counts`: how many things it stands for; the hub names the first ones alone. */
export interface LackLine {
  readonly text: string
  readonly counts: number
}

const one = (text: string): LackLine => ({ text, counts: 1 })

/** What one document of the list waits for; `hasLinks`: whether this desk holds links of judges, which cards are made from. */
export function linesOfPaper(
  { lacks, fromLinks }: OfferedDocument,
  hasLinks: boolean,
  words: Words,
  names: ShowNames,
): readonly LackLine[] {
  const lines = lackLines(lacks, words, names)
  return fromLinks && !hasLinks ? [...lines, one(words.papers.lacks.links)] : lines
}

/** What most of the documents of a group wait for, so that it is said once; nothing where one of them can be made. */
export function mostlyLacked(lists: readonly (readonly LackLine[])[]): readonly LackLine[] {
  if (lists.length < 2 || lists.some((list) => list.length === 0)) return []
  const held = ({ text }: LackLine) => lists.filter((list) => list.some((line) => line.text === text)).length
  return withoutRepeats(lists.flat()).filter((line) => held(line) * 2 > lists.length)
}

/** Without repeating a line. */
export function lackLines(lacks: readonly LackReceived[], words: Words, names: ShowNames): readonly LackLine[] {
  return withoutRepeats(lacks.flatMap((lack) => linesOf(lack, words, names)))
}

export function withoutRepeats(lines: readonly LackLine[]): readonly LackLine[] {
  return [...new Map(lines.map((line) => [line.text, line])).values()]
}

function linesOf(lack: LackReceived, words: Words, names: ShowNames): LackLine[] {
  const { lacks } = words.papers
  if (lack.code === 'not-certified') return [one(lacks.uncertified)]
  const parsed = v.safeParse(sheetsMissing, lack)
  if (!parsed.success) return [{ text: lack.title.replace(/\.$/, ''), counts: 1 + (lack.more ?? 0) }]
  const lines = parsed.output.missing.map((missing) => {
    const called = missing.judges.length > NAMED_JUDGES ? { judge: seatLabel } : names
    return one(lacks.ofTeam(names.shortTeam(missing.team), missingWords(missing, words.mc, called)))
  })
  const { more = 0 } = lack
  return more > 0 ? [...lines, { text: lacks.more(more), counts: more }] : lines
}

/** In one sentence: the first lines, and how many more things there are. */
export function shortLacks(lines: readonly LackLine[], atMost: number, words: Words): string {
  const rest = countOf(lines.slice(atMost))
  return [...lines.slice(0, atMost).map(({ text }) => text), ...(rest > 0 ? [words.papers.lacks.more(rest)] : [])].join(
    '; ',
  )
}

export function countOf(lines: readonly LackLine[]): number {
  return lines.reduce((sum, { counts }) => sum + counts, 0)
}
