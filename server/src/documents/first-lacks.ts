/**
 * The first of what a document lacks, and how much more there is: before a contest everything is missing, thousands of sheets for each of dozens
 * of documents, and nobody reads more than the beginning of it. It knows no words.
 */
import type { Missing, Refusal } from '@bang-diem/shared/rules/refusals.ts'

/** Teams whose scores are missing, ties, and whatever else there are several of. */
const FIRST = 3
const JUDGES = 5

/** `more`: how many are left out that are like it, or like the last that it names. */
export type FirstLack = Refusal & { readonly more?: number }

/** In the same order, a few of each kind (SPEC W-10). */
export function firstLacks(lacks: readonly Refusal[]): FirstLack[] {
  return [...new Set(lacks.map(({ code }) => code))].flatMap((code) => {
    const alike = lacks.filter((lack) => lack.code === code)
    return alike.slice(0, FIRST).map((lack, index) => shortened(lack, index === FIRST - 1 ? alike.length - FIRST : 0))
  })
}

function shortened(lack: Refusal, left: number): FirstLack {
  if (lack.code !== 'sheets-missing') return withMore(lack, left)
  const missing = lack.missing.slice(0, FIRST).map(shortenedMissing)
  return withMore({ code: lack.code, missing }, left + lack.missing.length - missing.length)
}

const withMore = (lack: Refusal, more: number): FirstLack => (more > 0 ? { ...lack, more } : lack)

function shortenedMissing(missing: Missing): Missing {
  const moreJudges = missing.judges.length - JUDGES
  return moreJudges > 0 ? { ...missing, judges: missing.judges.slice(0, JUDGES), moreJudges } : missing
}
