/**
 * Mistakes that an engine could make, each as one edit of its sources: in rounding, in weights, in times, in what counts, in who stands before
 * whom. What each of them does to a table is not said here; the untouched engine tells.
 */

import type { Definition, Stage } from '@bang-diem/shared/contest/definition.ts'

export type Bug = {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** A definition in which it shows; without, any does. */
  readonly shape?: (definition: Definition) => unknown
  /** How much happens that nobody planned, where that is what it shows in. */
  readonly restless?: number
}

const scoring = 'shared/src/scoring'

const plain = { placing: { method: 'total' }, attempts: [], carryOver: [], separately: undefined }

/** These rules in every stage, and in every round. */
function withRules(stage: object, round: object = {}) {
  return (definition: Definition) => ({
    ...definition,
    stages: definition.stages.map((each) => ({
      ...each,
      ...stage,
      rounds: each.rounds.map((own) => ({ ...own, ...round })),
    })),
  })
}

/** Whole points, so that many are equal. */
const manyTies = {
  ...plain,
  rounding: [{ at: 'total', decimals: 0, mode: 'truncate' }],
  compare: 'rounded',
  awards: [],
}
const freeJudges = { judgeGroups: [], outliers: { rule: 'none' } }

/** The first stage twice; half of its totals are carried over into the second. */
function twoStages(definition: Definition) {
  const stages = definition.stages.slice(0, 1).flatMap((stage: Stage) => {
    const before = { ...stage, ...plain, entrants: 'all', tieBreaks: [], awards: [] }
    const rounds = stage.rounds.map((round, index) => ({ ...round, id: `phan-sau-${index}` }))
    return [before, { ...before, id: 'vong-sau', rounds, carryOver: [{ stage: stage.id, weight: '0.5' }] }]
  })
  return { ...definition, sessions: [], stages }
}

export const bugs: readonly Bug[] = [
  {
    name: 'halves go to the even digit',
    file: `${scoring}/rounding.ts`,
    from: 'return twiceRest >= divisor',
    to: 'return twiceRest > divisor || (twiceRest === divisor && units % 2n === 1n)',
  },
  {
    name: 'the rest is cut off',
    file: `${scoring}/rounding.ts`,
    from: 'return twiceRest >= divisor',
    to: 'return false',
  },
  {
    name: 'rounded at the round as well',
    file: `${scoring}/round-score.ts`,
    from: "const rounded = roundedAt(multiplied, rounding, 'round')",
    to: "const rounded = roundedAt(multiplied, [...rounding, { at: 'round', decimals: 1, mode: 'half-up' }], 'round')",
  },
  {
    name: 'a float for the total',
    file: `${scoring}/totals.ts`,
    from: 'const rounded = round(exact, decimals, mode)',
    to: 'const rounded = parseDecimal((Math.floor((Number(exact.n) / Number(exact.d)) * 10 ** decimals) / 10 ** decimals).toFixed(decimals))',
  },
  {
    name: 'a second too many of overtime',
    file: `${scoring}/overtime/per-minute.ts`,
    from: 'const minutes = beyondGrace(excess, params.graceSeconds) / 60',
    to: 'const minutes = (beyondGrace(excess, params.graceSeconds) + 1) / 60',
    shape: withRules(plain, {
      time: { limitSeconds: 300 },
      overtime: { rule: 'per-minute', points: '1', count: 'started' },
      undertime: undefined,
    }),
  },
  {
    name: 'the weight of a round is dropped',
    file: `${scoring}/round-score.ts`,
    from: 'weighted: mul(score, weight),',
    to: 'weighted: score,',
  },
  {
    name: 'the weight of a criterion is dropped',
    file: `${scoring}/round-score.ts`,
    from: 'const unrounded = mul(given, weight)',
    to: 'const unrounded = given',
  },
  {
    name: 'the lowest mark is not struck',
    file: `${scoring}/combine/trim.ts`,
    from: 'order.slice(0, lowest)',
    to: 'order.slice(0, 0)',
    shape: withRules(plain, { ...freeJudges, combine: { method: 'trimmed-mean' } }),
  },
  {
    name: 'a mark exactly at the limit is too far',
    file: `${scoring}/outliers/limit.ts`,
    from: 'compare(absolute(sub(value, mean)), distance) > 0',
    to: 'compare(absolute(sub(value, mean)), distance) >= 0',
    shape: withRules(plain, {
      ...freeJudges,
      combine: { method: 'mean', over: 'criterion' },
      outliers: { rule: 'drop', limit: '0.5' },
    }),
  },
  {
    name: 'bonuses are forgotten',
    file: `${scoring}/round-score.ts`,
    from: 'sub(add(rounded, pointsOf(bonuses)), deducted)',
    to: 'sub(rounded, deducted)',
    restless: 0.5,
  },
  {
    name: 'withdrawn deductions still count',
    file: 'shared/src/rules/scores.ts',
    from: 'line.round === round && line.team === team && line.withdrawn === null',
    to: 'line.round === round && line.team === team',
    restless: 0.5,
  },
  {
    name: 'excused judges still count',
    file: 'shared/src/rules/scores.ts',
    from: "if (sheet?.status === 'submitted' && !excused.has(judge)) sheets.push",
    to: "if (sheet?.status === 'submitted') sheets.push",
    restless: 0.5,
  },
  {
    name: 'the factor is forgotten',
    file: `${scoring}/round-score.ts`,
    from: 'factor === null ? subtotal : mul(subtotal, factor)',
    to: 'subtotal',
  },
  {
    name: 'ties are parted the wrong way round',
    file: `${scoring}/tie-breaks/rule.ts`,
    from: "const direction = first === 'higher' ? -1 : 1",
    to: "const direction = first === 'higher' ? 1 : -1",
    shape: withRules({ ...manyTies, tieBreaks: [{ by: 'question', question: 'phu', maximum: '10' }] }),
  },
  {
    name: 'places after a shared one are not left out',
    file: `${scoring}/standings.ts`,
    from: "ranking === 'standard' ? places.length + 1 : index + 1",
    to: 'index + 1',
    shape: withRules({ ...manyTies, tieBreaks: [], ranking: 'standard' }),
  },
  {
    name: 'what is carried over loses its weight',
    file: `${scoring}/totals.ts`,
    from: 'return total === undefined ? null : mul(parseDecimal(weight), total)',
    to: 'return total === undefined ? null : total',
    shape: twoStages,
  },
]
