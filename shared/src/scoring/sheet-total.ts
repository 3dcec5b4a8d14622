/** The sum of a sheet, Σ weight × mark, exactly: the figure that a secretary compares with the paper sheet. It rounds nothing. */
import { add, mul, parseDecimal, placesNeeded, toFraction, ZERO } from './exact.ts'

/** A criterion as far as the sum of a sheet needs it. */
export interface SummedCriterion {
  readonly id: string
  readonly weight: string
  readonly step: string
  readonly scoredBy: 'judges' | 'secretary'
}

/** A decimal string; null when a mark of a criterion that judges score is absent. */
export function sheetTotal(
  marks: Readonly<Record<string, string>>,
  criteria: readonly Pick<SummedCriterion, 'id' | 'weight' | 'scoredBy'>[],
): string | null {
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
export function sheetDecimals(criteria: readonly Pick<SummedCriterion, 'weight' | 'step' | 'scoredBy'>[]): number {
  const places = criteria
    .filter(({ scoredBy }) => scoredBy === 'judges')
    .map(({ weight, step }) => placesNeeded(mul(parseDecimal(weight), parseDecimal(step))) ?? 0)
  return Math.max(0, ...places)
}
