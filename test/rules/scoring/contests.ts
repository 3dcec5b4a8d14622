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
)

export const anyOutliers: fc.Arbitrary<RoundRules['outliers']> = fc.oneof(
  fc.constant({ rule: 'none' } as const),
  fc.record({ rule: fc.constant('drop'), limit: fc.constantFrom('1.5', '10%', '0') }),
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

function anyRound(id: string): fc.Arbitrary<RoundRules> {
  return fc
    .record({
      combine: anyCombine,
      outliers: anyOutliers,
      overtime: anyOvertime,
      weight,
      first: weight,
      tallied: fc.boolean(),
    })
    .map(({ first, tallied, ...rules }) => {
      const quiz = criterion('dap-an', '30', { scoredBy: 'secretary', weight: first })
      const judged = [criterion(CRITERIA[0], '10', { weight: first }), criterion(CRITERIA[1], '10')]
      return round({ id, ...rules, time: { limitSeconds: 300 }, criteria: tallied ? [...judged, quiz] : judged })
    })
}

const anyRounding: fc.Arbitrary<StageRules['rounding']> = fc
  .record({
    places: fc.subarray(['criterion', 'sheet', 'round', 'total'] as const),
    decimals: fc.integer({ min: 0, max: 3 }),
    mode: fc.constantFrom('half-up', 'half-even', 'truncate'),
  })
  .map(({ places, decimals, mode }) => places.map((at) => ({ at, decimals, mode })))

export const anyStage: fc.Arbitrary<StageRules> = fc
  .record({
    rounds: fc.tuple(anyRound('chao-hoi'), anyRound('tieu-pham')),
    rounding: anyRounding,
    compare: fc.constantFrom('rounded', 'exact'),
    ranking: fc.constantFrom('standard', 'dense'),
    tieBreaks: fc.subarray([
      { by: 'round', round: 'tieu-pham' },
      { by: 'criterion', round: 'chao-hoi', criterion: CRITERIA[0] },
      { by: 'decision' },
    ] as const),
  })
  .map(stage)

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
