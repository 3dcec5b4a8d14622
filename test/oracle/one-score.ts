/**
 * From what was recorded for one team in one round to its score: SPEC S-14 to S-22, S-40. It never looks at other teams
 * or rounds.
 */
import type { RoundInput, RoundRules } from '@bang-diem/shared/scoring/types.ts'
import type { Note } from './contest.ts'
import { judgedCriteria, judgedPoints, sheetValue } from './judged.ts'
import { minus, type Num, num, order, plus, sumOf, times, ZERO } from './numbers.ts'
import { type Places, seenAt } from './places.ts'

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
  let minutes = 0
  while ((minutes + 1) * 60 <= excess) minutes += 1
  if (overtime.count === 'started' && minutes * 60 < excess) minutes += 1
  note(`overtime, minutes ${overtime.count}`)
  const points = times(num(overtime.points), num(minutes))
  if (overtime.cap === undefined || order(points, num(overtime.cap)) <= 0) return points
  note('overtime capped')
  return num(overtime.cap)
}

function timePoints(round: RoundRules, seconds: number | null, note: Note): Num {
  if (seconds === null) return ZERO
  const late = overtimePoints(round, seconds, note)
  const { minimumSeconds } = round.time
  const isShort = minimumSeconds !== undefined && seconds < minimumSeconds
  const early = isShort && round.undertime ? num(round.undertime.points) : ZERO
  if (early.n.gt(0)) note('undertime')
  return plus(late, early)
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

export function scoreOf(round: RoundRules, places: Places, input: RoundInput, note: Note): Score | null {
  const isJudged = judgedCriteria(round).length > 0
  const tallied = talliedPoints(round, input)
  if (tallied === null || (isJudged && input.sheets.length === 0)) return null
  if (round.hasFactor && input.factor === null) return null
  const judged = isJudged ? judgedPoints({ round, places, note }, input.sheets) : null
  const figures = new Map<string, Figure>()
  for (const [id, exact] of judged?.figures ?? []) figures.set(id, { exact, seen: seenAt(places, 'criterion', exact) })
  for (const [id, exact] of tallied) figures.set(id, { exact, seen: exact })
  const sum = plus(judged?.points ?? ZERO, weighed(round, places, tallied))
  if (round.hasFactor) note('factor')
  const multiplied = round.hasFactor && input.factor !== null ? times(sum, num(input.factor)) : sum
  const bonuses = sumOf(input.bonuses.map(({ points }) => num(points)))
  const taken = sumOf(input.deductions.map(({ points }) => num(points)))
  const deducted = plus(taken, timePoints(round, input.seconds, note))
  const score = minus(plus(places.roundedAt('round', multiplied), bonuses), deducted)
  if (order(score, ZERO) < 0) note('floor')
  const floored = order(score, ZERO) < 0 ? ZERO : score
  const shown = places.writtenAt('round', floored)
  const values = input.sheets.map((sheet): [string, Num] => [sheet.judge, sheetValue(round, places, sheet)])
  return {
    score: floored,
    shown,
    seen: num(shown),
    values: new Map(isJudged ? values : []),
    figures,
    deducted,
    seconds: input.seconds,
  }
}
