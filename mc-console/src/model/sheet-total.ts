/** The sum of a sheet, Σ weight × mark, exactly: the figure that the secretary compares with the paper sheet. */
import { add, mul, parseDecimal, placesNeeded, toFraction, ZERO } from '@bang-diem/shared/scoring/exact.ts'
import type { FormEntry } from '@bang-diem/shared/views/judge-entries.ts'

/** A decimal string; null when a mark of a criterion that judges score is absent. */
export function sheetTotal(marks: Readonly<Record<string, string>>, criteria: FormEntry['criteria']): string | null {
  let total = ZERO
  for (const criterion of criteria) {
    if (criterion.scoredBy !== 'judges') continue
    const mark = marks[criterion.id]
    if (mark === undefined) return null
    total = add(total, mul(parseDecimal(criterion.weight), parseDecimal(mark)))
  }
  return toFraction(total)
}

/** How many places the sums of such sheets can need, so that a column of them lines up: 2 for quarter points. */
export function sheetDecimals(criteria: FormEntry['criteria']): number {
  const places = criteria
    .filter(({ scoredBy }) => scoredBy === 'judges')
    .map(({ weight, step }) => placesNeeded(mul(parseDecimal(weight), parseDecimal(step))) ?? 0)
  return Math.max(0, ...places)
}
