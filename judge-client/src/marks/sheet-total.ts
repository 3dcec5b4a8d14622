/**
 * The running total of a sheet: Σ weight × mark, exact, over the criteria that have a mark so far. It is the judge's own sum and
 * nothing else: no trimming, no deduction, no rounding.
 */
import { add, mul, parseDecimal, toFraction, ZERO } from '@bang-diem/shared/scoring/exact.ts'
import { readMark } from './reading.ts'
import type { Scale } from './scale.ts'

/** A criterion that judges mark, as a form names it. `weight` is a decimal string. */
export interface Criterion extends Scale {
  readonly id: string
  readonly title: string
  readonly weight: string
}

/** What is written on a sheet, by criterion: texts with a point, as `keypad.ts` keeps them. */
export type Texts = Readonly<Record<string, string>>

/** The accepted marks alone, by criterion, as canonical decimal strings. */
export function acceptedMarks(criteria: readonly Criterion[], texts: Texts): Record<string, string> {
  const marks: Record<string, string> = {}
  for (const criterion of criteria) {
    const reading = readMark(texts[criterion.id] ?? '', criterion)
    if (reading.kind === 'accepted') marks[criterion.id] = reading.mark
  }
  return marks
}

/** Σ weight × mark of the marks given, as a decimal string; `"0"` for none. */
export function totalOf(criteria: readonly Criterion[], marks: Texts): string {
  const total = criteria.reduce((sum, { id, weight }) => {
    const mark = marks[id]
    return mark === undefined ? sum : add(sum, mul(parseDecimal(weight), parseDecimal(mark)))
  }, ZERO)
  return toFraction(total)
}

/** Σ weight × maximum: what the sheet is out of. */
export function highestTotal(criteria: readonly Criterion[]): string {
  return totalOf(criteria, Object.fromEntries(criteria.map(({ id, max }) => [id, max])))
}
