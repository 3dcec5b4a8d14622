/** A team's total over the rounds that count: step 7 of the order of work (SPEC S-23). */
import { sum } from './exact.ts'
import type { Entry, Total } from './results.ts'
import { type Rounding, roundedAt, shown, totalRounding } from './rounding.ts'

/** The total, or the counted rounds in which a score is missing. No counted round at all is no total either. */
export function totalOf(
  { scores }: Entry,
  rounds: readonly string[],
  rounding: readonly Rounding[],
): { readonly total: Total | null; readonly missing: readonly string[] } {
  const missing = rounds.filter((round) => !scores.has(round))
  if (missing.length > 0 || rounds.length === 0) return { total: null, missing }
  const exact = sum(rounds.flatMap((round) => scores.get(round)?.weighted ?? []))
  return {
    total: { exact, rounded: roundedAt(exact, rounding, 'total'), shown: shown(exact, totalRounding(rounding)) },
    missing,
  }
}
