/** What a document still waits for, as short lines: a team a line where sheets are missing, otherwise as the hub says it. */
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import type { LackReceived, OfferedDocument } from '@bang-diem/shared/link/documents.ts'
import { missingEntry } from '@bang-diem/shared/views/show-entries.ts'
import * as v from 'valibot'
import type { ShowNames } from '../../model/show-names.ts'
import type { Words } from '../../shell/words.ts'
import { missingWords } from '../missing-words.ts'

const sheetsMissing = v.object({ code: v.literal('sheets-missing'), missing: v.array(missingEntry) })

/** More of them stand by their seats alone. */
const NAMED_JUDGES = 3

/** What one document of the list waits for; `hasLinks`: whether this desk holds links of judges, which cards are made from. */
export function linesOfPaper(
  { lacks, fromLinks }: OfferedDocument,
  hasLinks: boolean,
  words: Words,
  names: ShowNames,
): readonly string[] {
  const lines = lackLines(lacks, words, names)
  return fromLinks && !hasLinks ? [...lines, words.papers.lacks.links] : lines
}

/** What most of the documents of a group wait for, so that it is said once; nothing where one of them can be made. */
export function mostlyLacked(lists: readonly (readonly string[])[]): readonly string[] {
  if (lists.length < 2 || lists.some((list) => list.length === 0)) return []
  const held = (line: string) => lists.filter((list) => list.includes(line)).length
  return [...new Set(lists.flat())].filter((line) => held(line) * 2 > lists.length)
}

/** Without repeating a line. */
export function lackLines(lacks: readonly LackReceived[], words: Words, names: ShowNames): readonly string[] {
  return [...new Set(lacks.flatMap((lack) => linesOf(lack, words, names)))]
}

function linesOf(lack: LackReceived, words: Words, names: ShowNames): string[] {
  if (lack.code === 'not-certified') return [words.papers.lacks.uncertified]
  const parsed = v.safeParse(sheetsMissing, lack)
  if (!parsed.success) return [lack.title.replace(/\.$/, '')]
  return parsed.output.missing.map((missing) => {
    const called = missing.judges.length > NAMED_JUDGES ? { judge: seatLabel } : names
    return words.papers.lacks.ofTeam(names.shortTeam(missing.team), missingWords(missing, words.mc, called))
  })
}

/** In one sentence: the first lines, and how many more there are. */
export function shortLacks(lines: readonly string[], atMost: number, words: Words): string {
  const rest = lines.length - atMost
  return [...lines.slice(0, atMost), ...(rest > 0 ? [words.papers.lacks.more(rest)] : [])].join('; ')
}
