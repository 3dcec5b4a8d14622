/** A team's total over the rounds that count: step 7 of the order of work (SPEC S-23). */
import { sum, toDecimal } from './exact.ts'
import type { Entry, Total } from './results.ts'
import { type Rounding, round, totalRounding } from './rounding.ts'

interface Totalled {
  readonly total: Total | null
  readonly missing: readonly string[]
}

interface Known extends Totalled {
  readonly rounds: readonly string[]
  readonly rounding: readonly Rounding[]
}
/** By a team's scores: one sheet changes the total of one team, and every total is asked for. */
const known = new WeakMap<Entry['scores'], Known>()

/** The total, or the counted rounds in which a score is missing. No counted round at all is no total either. */
export function totalOf({ scores }: Entry, rounds: readonly string[], rounding: readonly Rounding[]): Totalled {
  const before = known.get(scores)
  if (before?.rounding === rounding && before.rounds.length === rounds.length) {
    if (before.rounds.every((id, index) => id === rounds[index])) return before
  }
  const made = { rounds, rounding, ...addUp(scores, rounds, rounding) }
  known.set(scores, made)
  return made
}

function addUp(scores: Entry['scores'], rounds: readonly string[], rounding: readonly Rounding[]): Totalled {
  const missing = rounds.filter((id) => !scores.has(id))
  if (missing.length > 0 || rounds.length === 0) return { total: null, missing }
  const exact = sum(rounds.flatMap((id) => scores.get(id)?.weighted ?? []))
  const { decimals, mode } = totalRounding(rounding)
  const rounded = round(exact, decimals, mode)
  return { total: { exact, rounded, shown: toDecimal(rounded, decimals) }, missing }
}
