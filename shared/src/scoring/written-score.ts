/**
 * A score written down without loss, and read back as far as ranking needs it: an announced score must be added up and ranked later
 * as it was announced, whatever has happened to its sheets since (SPEC U-16). What it was made of is not kept.
 */
import { mul, parseDecimal, parseFraction, toFraction } from './exact.ts'
import type { RankedScore } from './results.ts'
import { displayAt, type Rounding, shown } from './rounding.ts'
import type { RoundRules } from './types.ts'

/** Exact values: decimals, or fractions such as `"53/3"`. */
export type WrittenScore = { readonly score: string; readonly criteria: Readonly<Record<string, string>> }

export function writtenScore({ score, criteria }: RankedScore): WrittenScore {
  return {
    score: toFraction(score),
    criteria: Object.fromEntries(criteria.map(({ criterion, value }) => [criterion, toFraction(value)])),
  }
}

/** The score that was written, under the rules of its round and stage. Throws `RangeError` for what `writtenScore` never writes. */
export function readScore(
  round: Pick<RoundRules, 'weight'>,
  rounding: readonly Rounding[],
  written: WrittenScore,
): RankedScore {
  const score = parseFraction(written.score)
  const criteria = Object.entries(written.criteria).map(([criterion, text]) => {
    const value = parseFraction(text)
    return { criterion, value, shown: shown(value, displayAt(rounding, 'criterion')) }
  })
  return {
    score,
    shown: shown(score, displayAt(rounding, 'round')),
    weighted: mul(score, parseDecimal(round.weight)),
    criteria,
    flags: [],
  }
}
