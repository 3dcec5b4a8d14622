/**
 * A score written down without loss, and read back as far as ranking needs it: an announced score must be added up and ranked later
 * as it was announced, whatever has happened to its sheets since (SPEC U-16). What it was made of is not kept.
 */
import { mul, parseDecimal, parseFraction, toFraction } from './exact.ts'
import { ranksJudges } from './placing/registry.ts'
import type { RankedScore } from './results.ts'
import { displayAt, type Rounding, shown } from './rounding.ts'
import { looksAtSheets } from './tie-breaks/registry.ts'
import type { RoundRules, StageRules } from './types.ts'

/** Exact values: decimals, or fractions such as `"53/3"`. */
export type WrittenScore = {
  readonly score: string
  readonly criteria: Readonly<Record<string, string>>
  /** Absent in a history from before it was kept. */
  readonly deducted?: string | undefined
  /** Absent without a time. */
  readonly seconds?: number | undefined
  /** What each judge gave: only where places or ties come from that, for a large panel has thousands. */
  readonly sheets?: Readonly<Record<string, string>> | undefined
}

export function writtenScore(rules: Pick<StageRules, 'placing' | 'tieBreaks'>, given: RankedScore): WrittenScore {
  const { score, criteria, deducted, seconds } = given
  return {
    score: toFraction(score),
    criteria: Object.fromEntries(criteria.map(({ criterion, value }) => [criterion, toFraction(value)])),
    ...(deducted === null ? {} : { deducted: toFraction(deducted) }),
    ...(seconds === null ? {} : { seconds }),
    ...(asksForSheets(rules)
      ? { sheets: Object.fromEntries(given.sheets.map(({ judge, value }) => [judge, toFraction(value)])) }
      : {}),
  }
}

function asksForSheets({ placing, tieBreaks }: Pick<StageRules, 'placing' | 'tieBreaks'>): boolean {
  return ranksJudges(placing) || tieBreaks.some(looksAtSheets)
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
    deducted: written.deducted === undefined ? null : parseFraction(written.deducted),
    seconds: written.seconds ?? null,
    sheets: Object.entries(written.sheets ?? {}).map(([judge, value]) => ({ judge, value: parseFraction(value) })),
    flags: [],
  }
}
