/** What follows from how long a team took: deductions found by a rule, and notes (SPEC S-16 to S-20). */
import { isZero, parseDecimal } from './exact.ts'
import { overtimeRule } from './overtime/registry.ts'
import type { Adjustment, Flag } from './results.ts'
import { type Display, written } from './rounding.ts'
import type { RoundRules } from './types.ts'

export type TimeVerdict = { readonly deductions: readonly Adjustment[]; readonly flags: readonly Flag[] }

/** `seconds: null` means that no time was recorded, and then nothing follows. */
export function judgeTime(round: RoundRules, team: string, seconds: number | null, display: Display): TimeVerdict {
  if (seconds === null) return { deductions: [], flags: [] }
  const { limitSeconds, minimumSeconds } = round.time
  if (limitSeconds !== undefined && seconds > limitSeconds) return over(round, team, seconds - limitSeconds, display)
  if (minimumSeconds !== undefined && seconds < minimumSeconds)
    return under(round, team, minimumSeconds - seconds, display)
  return { deductions: [], flags: [] }
}

function over(round: RoundRules, team: string, excess: number, display: Display): TimeVerdict {
  const { points, cut } = overtimeRule(round.overtime).apply(excess)
  const line = {
    source: 'overtime',
    id: null,
    points,
    shown: written(points, display),
    reason: '',
    seconds: excess,
  } as const
  return {
    deductions: isZero(points) ? [] : [line],
    flags: cut ? [{ kind: 'hard-cut', team, round: round.id, seconds: excess }] : [],
  }
}

function under(round: RoundRules, team: string, shortage: number, display: Display): TimeVerdict {
  const flags: Flag[] = [{ kind: 'below-minimum-time', team, round: round.id, seconds: shortage }]
  if (round.undertime === undefined) return { deductions: [], flags }
  const points = parseDecimal(round.undertime.points)
  const line = {
    source: 'undertime',
    id: null,
    points,
    shown: written(points, display),
    reason: '',
    seconds: shortage,
  } as const
  return { deductions: [line], flags }
}
