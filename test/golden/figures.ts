/** Every figure of the golden case and its lines, as the engine computes it beside the one computed by hand. */
import { parseDecimal, toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { overtimeRule } from '@bang-diem/shared/scoring/overtime/registry.ts'
import type { Entry, RoundScore } from '@bang-diem/shared/scoring/results.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import { judgeTime } from '@bang-diem/shared/scoring/time.ts'
import type { RoundInput, RoundRules, StageRules } from '@bang-diem/shared/scoring/types.ts'
import { type GoldenCase, type GoldenCell, type GoldenLines, readGoldenCase, readGoldenLines } from './golden.ts'

export type Figure = { readonly what: string; readonly expected: string; readonly actual: string }

const NO_RULES = {
  combine: { method: 'mean', over: 'sheet' },
  outliers: { rule: 'none' },
  overtime: { rule: 'none' },
  time: {},
  judgeGroups: [],
  hasFactor: false,
} as const

const PLAIN_PLACES = {
  attempts: [],
  carryOver: [],
  ownWeight: '1',
  placing: { method: 'total' },
  headJudge: null,
  compare: 'rounded',
  ranking: 'standard',
  tieBreaks: [],
} as const

export function goldenFigures(): Figure[] {
  const golden = readGoldenCase()
  const lines = readGoldenLines()
  return [
    ...golden.expected.flatMap((cell) => cellFigures(golden, cell)),
    ...lines.lines.map(lineFigure),
    ...lines.overtime.flatMap(overtimeFigures),
    ...boundsFigures(lines.bounds),
  ]
}

/** The engine's rules for one cell of the golden table. */
export function stageRulesFor(golden: GoldenCase, cell: GoldenCell): StageRules {
  const [stage] = golden.definition.stages
  const rounds = stage.rounds.map((round): RoundRules => {
    const chosen = golden.combine[cell.combine]
    const overtime = golden.overtime[cell.overtime]
    if (chosen === undefined || overtime === undefined) throw new Error('the golden table names a rule that it lacks')
    return {
      ...NO_RULES,
      id: round.id,
      weight: round.weight,
      criteria: round.criteria.map(({ id, weight, scale, scoredBy }) => ({ id, weight, maximum: scale.max, scoredBy })),
      ...chosen,
      overtime,
      time: round.time,
    }
  })
  return { rounds, rounding: stage.rounding, ...PLAIN_PLACES }
}

/** What was recorded for one team in the golden case, by round. */
export function goldenInputs(golden: GoldenCase, team: string): Map<string, RoundInput> {
  const own = golden.performances.filter((performance) => performance.team === team)
  return new Map(
    own.map(({ round, sheets, tallied, seconds }) => [
      round,
      { team, sheets, tallied, factor: null, seconds, deductions: [], bonuses: [] },
    ]),
  )
}

export function entryOf(rules: StageRules, team: string, inputs: ReadonlyMap<string, RoundInput>): Entry<RoundScore> {
  const scores = rules.rounds.flatMap((round) => {
    const input = inputs.get(round.id)
    const score = input === undefined ? null : scoreRound(round, rules.rounding, input)
    return score === null ? [] : [[round.id, score] as const]
  })
  return { team, scores: new Map(scores), category: null, carried: new Map() }
}

function cellFigures(golden: GoldenCase, cell: GoldenCell): Figure[] {
  const rules = stageRulesFor(golden, cell)
  const entries = golden.definition.teams.map(({ id }) => entryOf(rules, id, goldenInputs(golden, id)))
  const { rows } = rankStage(rules, entries)
  return cell.teams.flatMap((expected) => {
    const what = `${cell.combine}, ${cell.overtime}, team ${expected.team}`
    const row = rows.find(({ team }) => team === expected.team)
    const scores = entries.find(({ team }) => team === expected.team)?.scores
    const rounds = Object.entries(expected.rounds).map(([round, score]) => ({
      what: `${what}, ${round}`,
      expected: score,
      actual: scores?.get(round)?.shown ?? 'none',
    }))
    return [
      ...rounds,
      { what: `${what}, total`, expected: expected.total, actual: row?.total?.shown ?? 'none' },
      { what: `${what}, rank`, expected: String(expected.rank), actual: String(row?.rank) },
    ]
  })
}

function lineFigure(line: GoldenLines['lines'][number]): Figure {
  const rounds = line.rounds.map((round): RoundRules => ({ ...NO_RULES, ...round }))
  const rules: StageRules = { rounds, rounding: line.rounding, ...PLAIN_PLACES }
  const inputs = new Map(
    line.inputs.map(({ round, ...recorded }) => [
      round,
      { team: 'a', tallied: {}, factor: null, bonuses: [], ...recorded },
    ]),
  )
  const { rows } = rankStage(rules, [entryOf(rules, 'a', inputs)])
  return { what: line.case, expected: line.total, actual: rows[0]?.total?.shown ?? 'none' }
}

function overtimeFigures({ case: name, overtime, deductions }: GoldenLines['overtime'][number]): Figure[] {
  return deductions.map(({ excessSeconds, points }) => ({
    what: `${name}, ${excessSeconds} s`,
    expected: toFraction(parseDecimal(points)),
    actual: toFraction(overtimeRule(overtime).apply(excessSeconds).points),
  }))
}

function boundsFigures({ case: name, time, readings }: GoldenLines['bounds']): Figure[] {
  const round: RoundRules = {
    id: 'r',
    weight: '1',
    criteria: [],
    ...NO_RULES,
    overtime: { rule: 'hard-cut' },
    time,
  }
  return readings.map(({ seconds, belowMinimum, overLimit }) => {
    const kinds = judgeTime(round, 'a', seconds, { decimals: 2, mode: 'half-up' }).flags.map(({ kind }) => kind)
    return {
      what: `${name}, ${seconds} s`,
      expected: JSON.stringify({ belowMinimum, overLimit }),
      actual: JSON.stringify({
        belowMinimum: kinds.includes('below-minimum-time'),
        overLimit: kinds.includes('hard-cut'),
      }),
    }
  })
}
