/**
 * One team's score in one round, in the order of work of SPEC S-5 to S-22: what the judges gave, what was tallied,
 * bonuses and deductions. Pure and costly enough to be kept: callers remember it for each team and round.
 */
import { add, type Exact, isNegative, mul, parseDecimal, sub, sum, ZERO } from './exact.ts'
import { type Judged, judge } from './judged-parts.ts'
import type { CriterionFigure, TalliedPart } from './judged-results.ts'
import { own } from './own.ts'
import type { Adjustment, RoundScore } from './results.ts'
import { type Display, displayAt, type Rounding, roundedAt, shown, written } from './rounding.ts'
import { judgeTime } from './time.ts'
import type { AdjustmentInput, RoundInput, RoundRules } from './types.ts'

const NOT_JUDGED: Judged = { parts: [], figures: [], flags: [], sheets: [] }

/**
 * The score from what was recorded so far, or `null` when there is none: judges mark this round and no sheet exists,
 * a tallied criterion has no points yet, or the factor is not recorded (SPEC S-22). Takes the stage's `rounding`. Throws on a sheet with a mark missing.
 */
export function scoreRound(round: RoundRules, rounding: readonly Rounding[], input: RoundInput): RoundScore | null {
  const hasJudges = round.criteria.some(({ scoredBy }) => scoredBy === 'judges')
  if (hasJudges && input.sheets.length === 0) return null
  const tallied = talliedParts(round, rounding, input)
  if (tallied === null || (round.hasFactor && input.factor === null)) return null

  const judged = hasJudges ? judge(round, rounding, input) : NOT_JUDGED
  const subtotal = sum([...judged.parts, ...tallied].map(({ points }) => points))
  const factor = round.hasFactor && input.factor !== null ? parseDecimal(input.factor) : null
  const multiplied = factor === null ? subtotal : mul(subtotal, factor)
  const rounded = roundedAt(multiplied, rounding, 'round')

  const display = displayAt(rounding, 'round')
  const time = judgeTime(round, input.team, input.seconds, display)
  const bonuses = input.bonuses.map((bonus) => entered(bonus, display))
  const deductions = [...time.deductions, ...input.deductions.map((deduction) => entered(deduction, display))]
  const deducted = pointsOf(deductions)
  const adjusted = sub(add(rounded, pointsOf(bonuses)), deducted)
  const floored = isNegative(adjusted)
  const score = floored ? ZERO : adjusted
  const weight = parseDecimal(round.weight)

  return {
    team: input.team,
    round: round.id,
    judged: judged.parts,
    tallied,
    criteria: [...judged.figures, ...tallied.map((part) => talliedFigure(part, rounding))],
    subtotal,
    factor,
    multiplied,
    rounded,
    bonuses,
    deductions,
    floored,
    score,
    shown: shown(score, display),
    weight,
    weighted: mul(score, weight),
    deducted,
    seconds: input.seconds,
    get sheets() {
      return judged.sheets
    },
    flags: [...judged.flags, ...time.flags],
  }
}

function talliedParts(round: RoundRules, rounding: readonly Rounding[], input: RoundInput): TalliedPart[] | null {
  const parts: TalliedPart[] = []
  for (const criterion of round.criteria) {
    if (criterion.scoredBy !== 'secretary') continue
    const text = own(input.tallied, criterion.id)
    if (text === undefined) return null
    const given = parseDecimal(text)
    const weight = parseDecimal(criterion.weight)
    const unrounded = mul(given, weight)
    const points = roundedAt(unrounded, rounding, 'weighted-criterion')
    parts.push({ criterion: criterion.id, entered: given, weight, unrounded, points })
  }
  return parts
}

function talliedFigure({ criterion, entered: value }: TalliedPart, rounding: readonly Rounding[]): CriterionFigure {
  return { criterion, value, shown: written(value, displayAt(rounding, 'criterion')) }
}

function entered({ id, points: text, reason }: AdjustmentInput, display: Display): Adjustment {
  const points = parseDecimal(text)
  return { source: 'secretary', id, points, shown: written(points, display), reason, seconds: null }
}

function pointsOf(adjustments: readonly Adjustment[]): Exact {
  return sum(adjustments.map(({ points }) => points))
}
