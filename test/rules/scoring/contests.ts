/** Arbitrary stages and what their judges recorded, for property tests. */
import { parseDecimal, toDecimal, whole } from '@bang-diem/shared/scoring/exact.ts'
import type { RoundInput, RoundRules, StageRules } from '@bang-diem/shared/scoring/types.ts'
import * as fc from 'fast-check'
import { criterion, input, round, stage } from './builders.ts'

const CRITERIA = ['noi-dung', 'trinh-bay'] as const
export const TEAMS = ['a', 'b', 'c', 'd', 'e'] as const

/** A mark of 0 to 10 in quarter points. */
export const mark = fc
  .integer({ min: 0, max: 40 })
  .map((quarters) => toDecimal({ n: BigInt(quarters) * 25n, d: 100n }, 2))

const points = fc.constantFrom('0.25', '0.5', '1', '3')
const over = fc.constantFrom('sheet', 'criterion')
const trim = fc.record({
  method: fc.constant('trimmed-mean'),
  over,
  highest: fc.integer({ min: 0, max: 2 }),
  lowest: fc.integer({ min: 0, max: 2 }),
})

export const anyCombine: fc.Arbitrary<RoundRules['combine']> = fc.oneof(
  fc.record({ method: fc.constant('mean'), over }),
  fc.record({ method: fc.constant('median'), over }),
  trim,
  trim.map((each) => ({ ...each, method: 'trimmed-sum' as const })),
  fc.record({ method: fc.constant('sum'), over }),
)

export const anyOutliers: fc.Arbitrary<RoundRules['outliers']> = fc.oneof(
  fc.constant({ rule: 'none' } as const),
  fc.record({
    rule: fc.constantFrom('drop', 'clamp'),
    limit: fc.constantFrom('1.5', '10%', '0'),
    of: fc.constantFrom('maximum', 'mean'),
  }),
)

const anyOvertime: fc.Arbitrary<RoundRules['overtime']> = fc.oneof(
  fc.constant({ rule: 'none' } as const),
  fc.record({
    rule: fc.constant('per-minute'),
    points,
    count: fc.constantFrom('full', 'started'),
    graceSeconds: fc.constantFrom(0, 10),
    cap: fc.constantFrom(undefined, '3'),
  }),
)

const weight = fc.constantFrom('1', '2', '0.35')

/** Everybody who may mark, in two groups. */
function twoGroups(first: string, second: string): RoundRules['judgeGroups'] {
  return [
    { id: 'chuyen-mon', weight: first, judges: ['gk1', 'gk2', 'gk3'] },
    { id: 'khan-gia', weight: second, judges: ['gk4', 'gk5', 'gk6', 'gk7'] },
  ]
}

function anyRound(id: string): fc.Arbitrary<RoundRules> {
  return fc
    .record({
      combine: anyCombine,
      outliers: anyOutliers,
      overtime: anyOvertime,
      weight,
      first: weight,
      tallied: fc.boolean(),
      hasFactor: fc.boolean(),
      groups: fc.boolean(),
    })
    .map(({ first, tallied, groups, ...rules }) => {
      const weighs = rules.combine.method === 'mean' || rules.combine.method === 'sum'
      const judgeGroups = groups ? twoGroups(weighs ? '0.7' : '1', weighs ? '0.3' : '1') : []
      const quiz = criterion('dap-an', '30', { scoredBy: 'secretary', weight: first })
      const judged = [criterion(CRITERIA[0], '10', { weight: first }), criterion(CRITERIA[1], '10')]
      return round({
        id,
        ...rules,
        judgeGroups,
        time: { limitSeconds: 300 },
        criteria: tallied ? [...judged, quiz] : judged,
      })
    })
}

const anyRounding: fc.Arbitrary<StageRules['rounding']> = fc
  .record({
    places: fc.subarray(['clamped-mark', 'criterion', 'weighted-criterion', 'sheet', 'round', 'total'] as const),
    decimals: fc.integer({ min: 0, max: 3 }),
    mode: fc.constantFrom('half-up', 'half-even', 'truncate'),
  })
  .map(({ places, decimals, mode }) => places.map((at) => ({ at, decimals, mode })))

const shared = fc.constantFrom('average', 'best')
const wins = fc.constantFrom('higher', 'lower')
const of = fc.constantFrom('judges', 'rounds')
const anyPlacing: fc.Arbitrary<StageRules['placing']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ method: 'total' } as const) },
  fc.record({ method: fc.constant('placings'), of, shared, better: wins, combine: fc.constantFrom('sum', 'mean') }),
  fc.record({
    method: fc.constant('rank-points'),
    of,
    shared,
    better: wins,
    points: fc.constant(['12', '10', '7.5']).map((list) => [...list]),
  }),
  fc.record({ method: fc.constant('majority'), better: wins }),
)

/** Points can be the best of two attempts, or carried over; ranks cannot. */
function fitting(rules: Partial<StageRules>, { carries, tries }: { carries: boolean; tries: boolean }): StageRules {
  const points = rules.placing?.method === 'total'
  return stage({
    ...rules,
    ...(points && carries ? { carryOver: [{ stage: 'vong-loai', weight: '0.3' }], ownWeight: '0.7' } : {}),
    ...(points && tries ? { attempts: [{ rounds: ['chao-hoi', 'tieu-pham'], keep: 1 }] } : {}),
  })
}

export const anyStage: fc.Arbitrary<StageRules> = fc
  .record({
    rounds: fc.tuple(anyRound('chao-hoi'), anyRound('tieu-pham')),
    rounding: anyRounding,
    compare: fc.constantFrom('rounded', 'exact'),
    ranking: fc.constantFrom('standard', 'dense'),
    tieBreaks: fc.subarray([
      { by: 'round', round: 'tieu-pham' },
      { by: 'criterion', round: 'chao-hoi', criterion: CRITERIA[0] },
      { by: 'countback', of: 'sheets' },
      { by: 'countback', of: 'judge-places' },
      { by: 'deductions' },
      { by: 'head-judge' },
      { by: 'time', round: 'chao-hoi', first: 'shorter' },
      { by: 'decision' },
    ] as const),
    headJudge: fc.constantFrom(null, 'gk1'),
    placing: anyPlacing,
    carries: fc.boolean(),
    tries: fc.boolean(),
  })
  .map(({ carries, tries, ...rules }) => fitting(rules, { carries, tries }))

const anySheets = fc
  .array(fc.record({ [CRITERIA[0]]: mark, [CRITERIA[1]]: mark }), { minLength: 1, maxLength: 7 })
  .map((marks) => marks.map((each, index) => ({ judge: `gk${index + 1}`, marks: each })))

const anyAdjustments = fc
  .array(points, { maxLength: 2 })
  .map((list) => list.map((each, index) => ({ id: `n${index}`, points: each, reason: 'x' })))

/** What was recorded for one team in one round of `anyStage`. */
export const anyInput: fc.Arbitrary<RoundInput> = fc
  .record({
    sheets: anySheets,
    tallied: fc.integer({ min: 0, max: 30 }).map((right) => ({ 'dap-an': toDecimal(whole(right), 0) })),
    factor: fc.constantFrom('1', '1.6', '2.25'),
    seconds: fc.option(fc.integer({ min: 0, max: 900 })),
    deductions: anyAdjustments,
    bonuses: anyAdjustments,
  })
  .map(input)

/** Both rounds of every team; `null`: nothing was recorded. */
export const anyInputs = fc.tuple(
  ...TEAMS.map(() => fc.tuple(fc.option(anyInput, { freq: 9 }), fc.option(anyInput, { freq: 9 }))),
)

/** A mark one step better, or as it is at the top of the scale. */
export function better(text: string): string {
  const { n, d } = parseDecimal(text)
  const quarters = (n * 4n) / d
  return toDecimal({ n: (quarters < 40n ? quarters + 1n : quarters) * 25n, d: 100n }, 2)
}
