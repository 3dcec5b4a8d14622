/** What a score still waits for, by name, in one line: "chờ 2 phiếu: GK1 Lan, GK4 Minh · chưa ghi thời gian". */
import { missingEntry } from '@bang-diem/shared/views/show-entries.ts'
import * as v from 'valibot'
import type { ShowNames } from '../model/show-names.ts'
import type { Words } from '../shell/words.ts'

/** `moreJudges`: how many there are beyond those that are named, where the hub tells the first ones alone. */
type Missing = v.InferOutput<typeof missingEntry> & { readonly moreJudges?: number | undefined }

export function missingWords(missing: Missing, words: Words['mc'], names: Pick<ShowNames, 'judge'>): string {
  const parts: string[] = []
  const { judges, moreJudges = 0, criteria, time, factor } = missing
  const called = [...judges.map((id) => names.judge(id)), ...(moreJudges > 0 ? ['…'] : [])]
  if (called.length > 0) parts.push(words.waitingFor(judges.length + moreJudges, called.join(', ')))
  if (criteria.length > 0) parts.push(words.missingTally)
  if (time) parts.push(words.missingTime)
  if (factor) parts.push(words.missingFactor)
  return parts.join(' · ')
}

const sheetsMissing = v.object({ code: v.literal('sheets-missing'), missing: v.strictTuple([missingEntry]) })

/** The same for a refusal about a single team, whose name the button says already; null for every other refusal. */
export function missingOfOne(refusal: unknown, words: Words['mc'], names: ShowNames): string | null {
  const parsed = v.safeParse(sheetsMissing, refusal)
  if (!parsed.success) return null
  const text = missingWords(parsed.output.missing[0], words, names)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
