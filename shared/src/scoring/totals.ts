/** A team's total over the rounds that count: step 7 of the order of work (SPEC S-23, S-41, S-42). */
import { add, compare, type Exact, mul, parseDecimal, sum, toDecimal } from './exact.ts'
import type { Entry, Total } from './results.ts'
import { type Rounding, round, totalRounding } from './rounding.ts'
import type { Attempts } from './schemas.ts'
import type { StageRules } from './types.ts'

interface Totalled {
  readonly total: Total | null
  readonly missing: readonly string[]
  /** Attempts that do not count, since better ones do. */
  readonly passedOver: readonly string[]
}

type Rules = Pick<StageRules, 'attempts' | 'carryOver' | 'ownWeight' | 'rounding'>

interface Known extends Totalled {
  readonly rules: Rules
  readonly rounds: readonly string[]
  readonly carried: Entry['carried']
}
/** By a team's scores: one sheet changes the total of one team, and every total is asked for. */
const known = new WeakMap<Entry['scores'], Known>()

/**
 * The total, or the counted rounds in which a score is missing. No counted round at all is no total either. With `partial` nothing is
 * missing where at least one counted round has a score.
 */
export function totalOf(entry: Entry, rules: Rules, rounds: readonly string[], partial: boolean): Totalled {
  const { scores, carried } = entry
  const due = partial ? rounds.filter((id) => scores.has(id)) : rounds
  const before = known.get(scores)
  if (before?.rules === rules && before.carried === carried && before.rounds.length === due.length) {
    if (before.rounds.every((id, index) => id === due[index])) return before
  }
  const made = { rules, rounds: due, carried, ...addUp(entry, rules, due) }
  known.set(scores, made)
  return made
}

function addUp({ scores, carried }: Entry, rules: Rules, rounds: readonly string[]): Totalled {
  const { counted, passedOver, missing } = countedRounds(scores, rules.attempts, rounds)
  const brought = rules.carryOver.map(({ stage, weight }) => {
    const total = carried.get(stage)
    return total === undefined ? null : mul(parseDecimal(weight), total)
  })
  const known = brought.filter((each) => each !== null)
  if (missing.length > 0 || counted.length === 0 || known.length < brought.length) {
    return { total: null, missing, passedOver }
  }
  const own = sum(counted.flatMap((id) => scores.get(id)?.weighted ?? []))
  const exact = add(mul(parseDecimal(rules.ownWeight), own), sum(known))
  return { total: roundedTotal(exact, rules.rounding), missing, passedOver }
}

interface Counted {
  readonly counted: readonly string[]
  readonly passedOver: readonly string[]
  readonly missing: readonly string[]
}

/** SPEC S-41: of attempts only the best count, and only as many as count can be missing. */
function countedRounds(scores: Entry['scores'], attempts: readonly Attempts[], rounds: readonly string[]): Counted {
  const passedOver = new Set<string>()
  const missing = new Set(rounds.filter((id) => !scores.has(id)))
  for (const { rounds: tries, keep } of attempts) {
    const made = tries.filter((id) => rounds.includes(id) && scores.has(id))
    const best = [...made].sort((a, b) => compareScores(scores, b, a)).slice(0, keep)
    for (const id of made) if (!best.includes(id)) passedOver.add(id)
    if (made.length >= keep) for (const id of tries) missing.delete(id)
  }
  const counted = rounds.filter((id) => scores.has(id) && !passedOver.has(id))
  return { counted, passedOver: rounds.filter((id) => passedOver.has(id)), missing: [...missing] }
}

function compareScores(scores: Entry['scores'], a: string, b: string): number {
  const [first, second] = [scores.get(a), scores.get(b)]
  return first && second ? compare(first.weighted, second.weighted) : 0
}

/** A total as it is computed, ranked and shown. */
export function roundedTotal(exact: Exact, rounding: readonly Rounding[]): Total {
  const { decimals, mode } = totalRounding(rounding)
  const rounded = round(exact, decimals, mode)
  return { exact, rounded, shown: toDecimal(rounded, decimals) }
}
