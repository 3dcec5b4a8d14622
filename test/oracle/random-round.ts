/**
 * Random rules of one round: criteria, groups of judges, combining, outliers and time. Only what a definition may hold
 * (SPEC D-12, D-13, S-38); never anything that was recorded.
 */
import type { Combine } from '@bang-diem/shared/scoring/combine/registry.ts'
import type { Outliers } from '@bang-diem/shared/scoring/outliers/registry.ts'
import type { Overtime } from '@bang-diem/shared/scoring/overtime/registry.ts'
import type { CriterionRules, JudgeGroup, RoundRules } from '@bang-diem/shared/scoring/types.ts'
import type { Dice } from './dice.ts'

/** How marks are given under a criterion; the engine does not know it. */
export type Scale = { readonly steps: readonly string[] }

/** A round, and what its marks are drawn from. */
export type RoundPlan = {
  readonly rules: RoundRules
  readonly panel: readonly string[]
  readonly scales: ReadonlyMap<string, Scale>
  /** The criteria have the same rules, so that what a team gets under one it may as well get under another. */
  readonly isAlike: boolean
}

const WEIGHTS = ['1', '1', '1', '1', '2', '0.35', '0.5', '1.5', '3']
const MAXIMA = [2, 3, 5, 6, 10]
const STEPS = [0.25, 0.5, 1, 1]
const LIMIT_SECONDS = 120
const MINIMUM_SECONDS = 60

/** Few different marks, near each other or far apart, so that ties and outliers are frequent. */
function scaleOf(dice: Dice, maximum: number): Scale {
  const step = dice.pick(STEPS)
  const all = Array.from({ length: maximum / step + 1 }, (_, index) => String(index * step))
  return { steps: dice.chance(0.7) ? dice.some(all).slice(-dice.between(2, 4)) : all }
}

function combineOf(dice: Dice): Combine {
  const over = dice.pick(['sheet', 'criterion'] as const)
  const method = dice.pick(['mean', 'mean', 'sum', 'median', 'trimmed-mean', 'trimmed-sum'] as const)
  if (method === 'mean' || method === 'sum' || method === 'median') return { method, over }
  const [highest, lowest] = [dice.below(3), dice.below(3)]
  const whenAtLeast = highest + lowest + dice.between(1, 3)
  return { method, over, highest, lowest, ...(dice.chance(0.3) ? { whenAtLeast } : {}) }
}

function outliersOf(dice: Dice): Outliers {
  const rule = dice.pick(['none', 'none', 'drop', 'clamp'] as const)
  if (rule === 'none') return { rule }
  const limit = dice.pick(['0', '0.5', '1', '1.5', '0.25%', '7.5%', '10%', '15%', '25%'])
  return { rule, limit, of: dice.pick(['maximum', 'mean'] as const) }
}

function overtimeOf(dice: Dice): Overtime {
  const rule = dice.pick(['none', 'per-minute', 'tiers', 'hard-cut'] as const)
  if (rule === 'none' || rule === 'hard-cut') return { rule }
  const graceSeconds = dice.pick([0, 0, 10, 60])
  if (rule === 'tiers') {
    const tiers = [
      { fromSeconds: 1, points: '0.25' },
      { fromSeconds: 30, points: '0.5' },
      { fromSeconds: 61, points: '2' },
    ]
    return { rule, graceSeconds, tiers: dice.some(tiers) }
  }
  const cap = dice.chance(0.5) ? { cap: dice.pick(['1', '0.75']) } : {}
  return { rule, graceSeconds, points: dice.pick(['0.5', '1']), count: dice.pick(['full', 'started'] as const), ...cap }
}

function groupsOf(dice: Dice, panel: readonly string[], combine: Combine): JudgeGroup[] {
  if (panel.length < 2 || dice.chance(0.65)) return []
  const weighs = combine.method === 'mean' || combine.method === 'sum'
  // Which of equal values is struck depends on an order of the groups (S-12): there they follow the panel's.
  const judges = weighs ? dice.shuffled(panel) : [...panel]
  const groups: JudgeGroup[] = []
  while (judges.length > 0) {
    const members = judges.splice(0, dice.between(1, 3))
    const weight = weighs ? dice.pick(['1', '1', '2', '0.4', '0.6']) : '1'
    groups.push({ id: `group-${groups.length + 1}`, weight, judges: members })
  }
  return groups
}

function criteriaOf(dice: Dice, needsJudges: boolean, isAlike: boolean): CriterionRules[] {
  const alike = { weight: dice.pick(WEIGHTS), maximum: String(dice.pick(MAXIMA)) }
  const count = dice.between(1, 4)
  const criteria = Array.from({ length: count }, (_, index): CriterionRules => {
    const scoredBy = dice.chance(0.75) ? 'judges' : 'secretary'
    return {
      id: `criterion-${index + 1}`,
      ...(isAlike ? alike : { weight: dice.pick(WEIGHTS), maximum: String(dice.pick(MAXIMA)) }),
      scoredBy: needsJudges && index === 0 ? 'judges' : scoredBy,
    }
  })
  return dice.shuffled(criteria)
}

export function roundPlan(dice: Dice, id: string, judges: readonly string[], needsJudges: boolean): RoundPlan {
  const isAlike = dice.chance(0.5)
  const criteria = criteriaOf(dice, needsJudges, isAlike)
  const oneScale = scaleOf(dice, Number(criteria[0]?.maximum ?? '1'))
  const panel = dice.chance(0.6) ? judges : dice.some(judges)
  const combine = combineOf(dice)
  const hasMinimum = dice.chance(0.4)
  return {
    panel,
    isAlike,
    scales: new Map(
      criteria.map(({ id: name, maximum }) => [name, isAlike ? oneScale : scaleOf(dice, Number(maximum))]),
    ),
    rules: {
      id,
      weight: dice.pick(WEIGHTS),
      criteria,
      judgeGroups: criteria.some(({ scoredBy }) => scoredBy === 'judges') ? groupsOf(dice, panel, combine) : [],
      hasFactor: dice.chance(0.2),
      combine,
      outliers: outliersOf(dice),
      overtime: overtimeOf(dice),
      time: { limitSeconds: LIMIT_SECONDS, ...(hasMinimum ? { minimumSeconds: MINIMUM_SECONDS } : {}) },
      ...(hasMinimum && dice.chance(0.7) ? { undertime: { points: dice.pick(['0.5', '1']) } } : {}),
    },
  }
}
