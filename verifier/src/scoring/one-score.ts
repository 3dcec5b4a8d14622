/**
 * From what was recorded for one team in one round to its score: SPEC S-14 to S-22, S-40. It never looks at other teams
 * or rounds.
 */
import type { LineInput, Note, RoundInput, RoundRules } from './contest.ts'
import { type Column, type Judged, judgedCriteria, judgedPoints, sheetValue } from './judged.ts'
import { minus, type Num, num, order, plus, sumOf, times, ZERO } from './numbers.ts'
import { type Places, seenAt } from './places.ts'
import type { Overtime } from './rules.ts'

/** A figure as it is, and as people see it. */
export type Figure = { readonly exact: Num; readonly seen: Num }

export type Score = {
  readonly score: Num
  readonly shown: string
  readonly seen: Num
  /** By judge (SPEC S-43). */
  readonly values: ReadonlyMap<string, Num>
  /** By criterion (SPEC S-28). */
  readonly figures: ReadonlyMap<string, Figure>
  readonly deducted: Num
  readonly seconds: number | null
  /** What a time rule took comes first. */
  readonly deductions: readonly Adjusted[]
  readonly bonuses: readonly Adjusted[]
  readonly columns: readonly Column[]
  /** The judges' points; `null` where they mark nothing. */
  readonly judged: Num | null
  /** Points by criterion, before their weights. */
  readonly tallied: ReadonlyMap<string, Num>
  /** Judged and tallied together, after the factor and the rounding at `round`. */
  readonly together: Num
}

/** A bonus or a deduction, as people see it. */
export type Adjusted = {
  readonly kind: 'overtime' | 'undertime' | 'line'
  readonly points: Num
  readonly shown: string
  /** Over the limit, or under the minimum; of a line `null`. */
  readonly seconds: number | null
  readonly reason: string | null
}

function overtimePoints({ overtime, time }: RoundRules, seconds: number, note: Note): Num {
  const excess = time.limitSeconds === undefined ? 0 : seconds - time.limitSeconds
  if (excess <= 0) return ZERO
  note(`overtime ${overtime.rule}`)
  if (overtime.rule === 'none' || overtime.rule === 'hard-cut') return ZERO
  if (excess <= overtime.graceSeconds) {
    note('overtime within the grace')
    return ZERO
  }
  if (overtime.rule === 'tiers') {
    let points = ZERO
    for (const tier of overtime.tiers) if (excess >= tier.fromSeconds) points = num(tier.points)
    return points
  }
  return minutePoints(overtime, excess, note)
}

function minutePoints(overtime: Extract<Overtime, { rule: 'per-minute' }>, excess: number, note: Note): Num {
  let minutes = 0
  while ((minutes + 1) * 60 <= excess) minutes += 1
  if (overtime.count === 'started' && minutes * 60 < excess) minutes += 1
  note(`overtime, minutes ${overtime.count}`)
  const points = times(num(overtime.points), num(minutes))
  if (overtime.cap === undefined || order(points, num(overtime.cap)) <= 0) return points
  note('overtime capped')
  return num(overtime.cap)
}

function timeLines(round: RoundRules, places: Places, seconds: number | null, note: Note): Adjusted[] {
  if (seconds === null) return []
  const { limitSeconds, minimumSeconds } = round.time
  const late = overtimePoints(round, seconds, note)
  const isShort = minimumSeconds !== undefined && seconds < minimumSeconds
  const early = isShort && round.undertime ? num(round.undertime.points) : ZERO
  if (early.n.gt(0)) note('undertime')
  const lines = [
    { kind: 'overtime' as const, points: late, seconds: seconds - (limitSeconds ?? 0) },
    { kind: 'undertime' as const, points: early, seconds: (minimumSeconds ?? 0) - seconds },
  ]
  return lines
    .filter(({ points }) => points.n.gt(0))
    .map((line) => ({ ...line, shown: places.enteredAt('round', line.points), reason: null }))
}

function talliedPoints(round: RoundRules, input: RoundInput): Map<string, Num> | null {
  const points = new Map<string, Num>()
  for (const { id, scoredBy } of round.criteria) {
    if (scoredBy === 'judges') continue
    const given = input.tallied[id]
    if (given === undefined) return null
    points.set(id, num(given))
  }
  return points
}

function weighed(round: RoundRules, places: Places, points: ReadonlyMap<string, Num>): Num {
  const parts = round.criteria.map(({ id, weight }) => times(num(weight), points.get(id) ?? ZERO))
  return sumOf(parts.map((part) => places.roundedAt('weighted-criterion', part)))
}

/** By criterion, before weights (SPEC S-28). */
function figuresOf(judged: Judged | null, tallied: ReadonlyMap<string, Num>, places: Places): Map<string, Figure> {
  const figures = new Map<string, Figure>()
  for (const [id, exact] of judged?.figures ?? []) figures.set(id, { exact, seen: seenAt(places, 'criterion', exact) })
  for (const [id, exact] of tallied) figures.set(id, { exact, seen: exact })
  return figures
}

function entered({ points: text, reason }: LineInput, places: Places): Adjusted {
  const points = num(text)
  return { kind: 'line', points, shown: places.enteredAt('round', points), seconds: null, reason }
}

function pointsOf(lines: readonly Adjusted[]): Num {
  return sumOf(lines.map(({ points }) => points))
}

export function scoreOf(round: RoundRules, places: Places, input: RoundInput, note: Note): Score | null {
  const isJudged = judgedCriteria(round).length > 0
  const tallied = talliedPoints(round, input)
  if (tallied === null || (isJudged && input.sheets.length === 0)) return null
  if (round.hasFactor && input.factor === null) return null
  const judged = isJudged ? judgedPoints({ round, places, note }, input.sheets) : null
  const sum = plus(judged?.points ?? ZERO, weighed(round, places, tallied))
  if (round.hasFactor) note('factor')
  const multiplied = round.hasFactor && input.factor !== null ? times(sum, num(input.factor)) : sum
  const together = places.roundedAt('round', multiplied)
  const bonuses = input.bonuses.map((line) => entered(line, places))
  const deductions = [
    ...timeLines(round, places, input.seconds, note),
    ...input.deductions.map((line) => entered(line, places)),
  ]
  const deducted = pointsOf(deductions)
  const score = minus(plus(together, pointsOf(bonuses)), deducted)
  if (order(score, ZERO) < 0) note('floor')
  const floored = order(score, ZERO) < 0 ? ZERO : score
  const shown = places.writtenAt('round', floored)
  const values = input.sheets.map((sheet): [string, Num] => [sheet.judge, sheetValue(round, places, sheet)])
  return {
    score: floored,
    shown,
    seen: num(shown),
    values: new Map(isJudged ? values : []),
    figures: figuresOf(judged, tallied, places),
    deducted,
    seconds: input.seconds,
    deductions,
    bonuses,
    columns: judged?.columns ?? [],
    judged: judged?.points ?? null,
    tallied,
    together,
  }
}
