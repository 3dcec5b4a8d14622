/**
 * Random rules of a stage around its rounds: placing, attempts, carrying over, rounding and tie-breaks. Only what a
 * definition may hold: what names something names what is there.
 */
import type { Placing } from '@bang-diem/shared/scoring/placing/registry.ts'
import { ROUNDING_MODES, ROUNDING_PLACES, type Rounding } from '@bang-diem/shared/scoring/rounding.ts'
import type { Attempts } from '@bang-diem/shared/scoring/schemas.ts'
import type { TieBreak } from '@bang-diem/shared/scoring/tie-breaks/registry.ts'
import type { CarryOver, RoundRules, StageRules } from '@bang-diem/shared/scoring/types.ts'
import type { Dice } from './dice.ts'
import { type RoundPlan, roundPlan } from './random-round.ts'

export type StagePlan = {
  readonly rules: StageRules
  readonly rounds: readonly RoundPlan[]
  /** The rounds have the same rules, so that what a team gets in one it may as well get in another. */
  readonly isAlike: boolean
}

/** The most that there is for a tie-break question. */
export const QUESTION_MAXIMUM = 3

export const QUESTIONS = ['question-1', 'question-2']

function placingOf(dice: Dice): Placing {
  const method = dice.pick(['total', 'total', 'total', 'placings', 'rank-points', 'majority', 'majority'] as const)
  if (method === 'total') return { method }
  const better = dice.chance(0.75) ? 'higher' : 'lower'
  if (method === 'majority') return { method, better }
  const of = dice.pick(['judges', 'rounds'] as const)
  const shared = dice.pick(['average', 'best'] as const)
  if (method === 'placings') return { method, of, shared, better, combine: dice.pick(['sum', 'mean'] as const) }
  return { method, of, shared, better, points: ['12', '10', '8.5', '6', '5', '2.25'].slice(0, dice.between(1, 6)) }
}

function attemptsOf(dice: Dice, rounds: readonly string[]): Attempts[] {
  if (rounds.length < 2 || dice.chance(0.6)) return []
  const left = dice.shuffled(rounds)
  const first = left.splice(0, dice.between(2, left.length))
  const groups = left.length >= 2 ? [first, left] : [first]
  return groups.map((group) => ({ rounds: group, keep: dice.between(1, group.length) }))
}

function carryOverOf(dice: Dice): CarryOver[] {
  if (dice.chance(0.75)) return []
  const carried = [
    { stage: 'before', weight: dice.pick(['1', '0.3', '0.5']) },
    { stage: 'long-before', weight: dice.pick(['1', '0.15']) },
  ]
  return dice.some(carried)
}

function roundingOf(dice: Dice): Rounding[] {
  const places = dice.chance(0.2) ? [] : ROUNDING_PLACES.filter(() => dice.chance(0.4))
  return dice
    .shuffled(places)
    .map((at) => ({ at, decimals: dice.pick([0, 1, 1, 2, 3]), mode: dice.pick(ROUNDING_MODES) }))
}

function judgedIds(rounds: readonly RoundRules[]): string[] {
  return rounds.filter(({ criteria }) => criteria.some(({ scoredBy }) => scoredBy === 'judges')).map(({ id }) => id)
}

/** Every tie-break that can be named in the stage, once or twice with different names. */
function possibleTieBreaks(dice: Dice, rounds: readonly RoundRules[], headJudge: string | null): TieBreak[] {
  const round = dice.pick(rounds)
  const other = dice.pick(rounds)
  const judged = judgedIds(rounds)
  const countbacks = (['sheets', 'judge-places'] as const).map((of): TieBreak => ({ by: 'countback', of }))
  const heads: TieBreak[] = [{ by: 'head-judge' }, { by: 'head-judge', round: dice.pick([...judged, '']) }]
  const several = rounds.map(({ id }) => id)
  return [
    { by: 'round', round: round.id },
    { by: 'criterion', round: other.id, criterion: dice.pick(other.criteria).id },
    { by: 'part', round: round.id, criteria: dice.some(round.criteria.map(({ id }) => id)) },
    ...(several.length < 2 ? [] : [{ by: 'rounds', rounds: dice.some(several, 2) } satisfies TieBreak]),
    ...(judged.length === 0 ? [] : countbacks),
    { by: 'countback', of: 'round-places' },
    ...heads.filter((rule) => headJudge !== null && judged.length > 0 && !('round' in rule && rule.round === '')),
    { by: 'deductions' },
    { by: 'time', round: round.id, first: dice.pick(['shorter', 'longer'] as const) },
  ]
}

/** Records last, mostly: whoever waits for one is not asked further. */
function tieBreaksOf(dice: Dice, rounds: readonly RoundRules[], headJudge: string | null): TieBreak[] {
  const byScores = dice.shuffled(possibleTieBreaks(dice, rounds, headJudge)).slice(0, dice.below(5))
  const questions = QUESTIONS.map(
    (question): TieBreak => ({ by: 'question', question, maximum: String(QUESTION_MAXIMUM) }),
  )
  const records: TieBreak[] = [...questions, { by: 'decision' }, { by: 'lot' }]
  const byRecords = dice.shuffled(records).slice(0, dice.below(4))
  return dice.chance(0.75) ? [...byScores, ...byRecords] : dice.shuffled([...byScores, ...byRecords])
}

export function stagePlan(dice: Dice): StagePlan {
  const placing = placingOf(dice)
  const judges = Array.from({ length: dice.between(1, 9) }, (_, index) => `judge-${index + 1}`)
  const needsJudges = placing.method === 'majority' || ('of' in placing && placing.of === 'judges')
  const isAlike = dice.chance(0.5)
  const model = roundPlan(dice, 'round-1', judges, needsJudges)
  const rounds = Array.from({ length: dice.between(1, 4) }, (_, index): RoundPlan => {
    const id = `round-${index + 1}`
    return isAlike ? { ...model, rules: { ...model.rules, id } } : roundPlan(dice, id, judges, needsJudges)
  })
  const rules = rounds.map((round) => round.rules)
  const headJudge = dice.chance(0.7) ? dice.pick(judges) : null
  const isTotal = placing.method === 'total'
  const ids = rules.map(({ id }) => id)
  const carryOver = isTotal ? carryOverOf(dice) : []
  return {
    rounds,
    isAlike,
    rules: {
      rounds: rules,
      attempts: isTotal ? attemptsOf(dice, ids) : [],
      carryOver,
      ownWeight: carryOver.length > 0 ? dice.pick(['1', '0.7', '2']) : '1',
      placing,
      headJudge,
      rounding: roundingOf(dice),
      compare: dice.pick(['rounded', 'rounded', 'exact'] as const),
      ranking: dice.pick(['standard', 'dense'] as const),
      tieBreaks: tieBreaksOf(dice, rules, headJudge),
    },
  }
}
