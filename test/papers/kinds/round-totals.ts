/** The totals of a round: each judge's sheet, what they came to together, what was tallied, added and taken, and the score. */
import type { Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import type { Step } from '../api.ts'
import { judged, sumOf, tallied } from '../criteria.ts'
import {
  type Content,
  type Expected,
  type ExpectedLine,
  type ExpectedTable,
  figure,
  maybeFigure,
  sentence,
} from '../expected.ts'
import type { Facts } from '../facts.ts'
import { exactSum, precisionAt } from '../numbers.ts'
import { changesOf } from './changes.ts'

interface Totals {
  readonly facts: Facts
  readonly stage: Stage
  readonly round: Round
}

export function roundTotals(facts: Facts, stage: Stage, round: Round): Expected {
  const totals = { facts, stage, round }
  const teams = facts.order(stage, round)
  const has = (kind: string) => teams.some((team) => facts.steps(stage, team, kind, round.id).length > 0)
  const columns = { factor: has('multiplied'), bonus: has('bonus') }
  const main = teams.map((team, index) => mainRow(totals, team, index, columns))
  const byCriterion = teams.map((team, index): Content[] => [
    figure(String(index + 1)),
    facts.team(team).name,
    ...judged(round).map(({ id }) => {
      const step = facts.steps(stage, team, 'judged', round.id).find(({ criterion }) => criterion === id)
      return maybeFigure(step?.shown)
    }),
  ])
  const isByCriterion = round.combine.over === 'criterion' && judged(round).length > 0
  return {
    tables: [...abreast(facts, round, main), ...(isByCriterion ? abreast(facts, round, byCriterion) : [])],
    lines: [...teams.map((team) => notesOf(totals, team)), ...changesOf(facts, stage)],
    loose: [],
  }
}

/** So many figures stand beside each other on an upright page, and on one that lies: more than four judges need that. */
const MOST_ABREAST = { upright: 9, lying: 20, judgesUpright: 4 }

/** What is wider stands in several tables, as even as can be, each with place and team. */
function abreast(facts: Facts, round: Round, rows: readonly (readonly Content[])[]): ExpectedTable[] {
  const { upright, lying, judgesUpright } = MOST_ABREAST
  const most = facts.panel(round).length > judgesUpright ? lying : upright
  const figures = Math.max(0, (rows[0]?.length ?? 0) - 2)
  const parts = Math.max(1, Math.ceil(figures / most))
  const wide = Math.ceil(figures / parts)
  return Array.from({ length: parts }, (_, part) => ({
    rows: rows.map((row) => [...row.slice(0, 2), ...row.slice(2 + part * wide, 2 + (part + 1) * wide)]),
  }))
}

interface OptionalColumns {
  readonly factor: boolean
  readonly bonus: boolean
}

function mainRow({ facts, stage, round }: Totals, team: string, index: number, optional: OptionalColumns): Content[] {
  const all = (kind: string) => facts.steps(stage, team, kind, round.id)
  const sumOfSteps = (kind: string): Content => {
    const exact = all(kind).flatMap((step) => step.exact ?? [])
    const sum = exactSum(exact, precisionAt(stage.rounding, 'round')).replace('-', '')
    return exact.length === 0 ? null : figure(sum)
  }
  const together = round.combine.over === 'criterion' ? sumOfSteps('judged') : maybeFigure(all('judged')[0]?.shown)
  const byJudge = facts.panel(round).map((judge) => sheetCell(facts, round, team, judge, stage))
  return [
    figure(String(index + 1)),
    facts.team(team).name,
    ...(judged(round).length > 0 ? [...byJudge, together] : []),
    ...tallied(round).map(({ id }) => maybeFigure(all('tallied').find(({ criterion }) => criterion === id)?.shown)),
    ...(optional.factor ? [maybeFigure(all('multiplied')[0]?.factor)] : []),
    ...(optional.bonus ? [sumOfSteps('bonus')] : []),
    sumOfSteps('deduction'),
    maybeFigure(all('score')[0]?.shown),
  ]
}

function sheetCell(facts: Facts, round: Round, team: string, judge: string, stage: Stage): Content {
  const away = facts.row(stage, team)?.notMarking.some((each) => each.round === round.id && each.judge === judge)
  if (away) return '–'
  const sheet = facts.sheet({ round: round.id, team, judge })
  return sheet ? figure(sumOf(round, sheet.marks)) : null
}

/** What was pulled in, taken and given. */
function notesOf({ facts, stage, round }: Totals, team: string): ExpectedLine[] {
  const all = (kind: string) => facts.steps(stage, team, kind, round.id)
  const { name } = facts.team(team)
  const clamped = all('value').filter(({ treatment }) => treatment === 'clamped')
  return [
    ...clamped.map(({ judge, given, shown }) =>
      sentence(facts.judgeCalled(judge ?? ''), name, maybeFigure(given), maybeFigure(shown)),
    ),
    ...all('deduction').map((step) => lineOf(name, step)),
    ...all('bonus').map((step) => lineOf(name, step)),
  ]
}

export function lineOf(name: string, { shown, source, seconds, reason }: Step): ExpectedLine {
  const isByClock = source !== 'secretary' && seconds !== null && seconds !== undefined
  const why = isByClock ? figure(String(seconds)) : (reason ?? null)
  return sentence(name, maybeFigure(shown?.replace('-', '')), why)
}
