/** Sums of deductions and bonuses, exactly. */
import { parseDecimal, sum, toFraction } from '@bang-diem/shared/scoring/exact.ts'

/** The points of all lines together; null when there is no line. */
export function pointsOf(lines: readonly { readonly points: string }[]): string | null {
  return lines.length === 0 ? null : toFraction(sum(lines.map(({ points }) => parseDecimal(points))))
}
