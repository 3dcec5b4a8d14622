/**
 * How each place came about, step by step, out of the same working out that a table is compared with: for people who want to add it up
 * themselves. Numbers are texts with a point, in full where they were entered.
 */
import { type Definition, panelOf, type Round, type Stage } from './definition.ts'
import { type LedgerRecord, type Sheet, under } from './record.ts'
import type { Row } from './scoring/answer.ts'
import type { RoundRules } from './scoring/contest.ts'
import { sheetValue } from './scoring/judged.ts'
import { same } from './scoring/numbers.ts'
import type { Score } from './scoring/one-score.ts'
import type { Parting } from './scoring/partings.ts'
import type { Places } from './scoring/places.ts'
import type { WorkedOut } from './table.ts'

/** A mark, or a whole sheet: `left-out` does not count, `clamped` counts as another value. */
export type Cell = {
  readonly text: string
  readonly state: 'counted' | 'left-out' | 'clamped'
  readonly as: string | null
}

export type SheetLine = {
  /** Who sat in the seat when the sheet came in. */
  readonly judge: string
  readonly receipt: string
  readonly isFromPaper: boolean
  /** Under each judged criterion. */
  readonly marks: readonly Cell[]
  /** The whole sheet. */
  readonly value: Cell
}

export type LineOfPoints = {
  readonly kind: 'overtime' | 'undertime' | 'line'
  readonly points: string
  readonly seconds: number | null
  readonly reason: string | null
}

export type RoundDerivation = {
  readonly title: string
  readonly weight: string
  /** False: an attempt that better ones stand before (SPEC S-41). */
  readonly isCounted: boolean
  readonly method: string
  readonly over: 'sheet' | 'criterion'
  /** The titles of the criteria that judges mark. */
  readonly criteria: readonly string[]
  readonly sheets: readonly SheetLine[]
  readonly notMarking: readonly { readonly judge: string; readonly reason: string }[]
  /** Under each criterion where the method goes over criteria, else of the whole sheets; as one. */
  readonly combined: readonly string[]
  readonly judged: string | null
  readonly tallied: readonly { readonly title: string; readonly points: string }[]
  readonly factor: string | null
  readonly seconds: number | null
  readonly deductions: readonly LineOfPoints[]
  readonly bonuses: readonly LineOfPoints[]
  /** `null`: no score. */
  readonly score: string | null
  /** What the round gives where places come from ranks. */
  readonly figure: string | null
}

export type TeamDerivation = {
  readonly team: string
  readonly rounds: readonly RoundDerivation[]
  /** Totals of earlier stages, with their weights. */
  readonly carried: readonly { readonly title: string; readonly total: string; readonly weight: string }[]
  readonly ownWeight: string
  readonly total: string | null
  readonly rank: number | null
  readonly partings: readonly Parting[]
}

type Around = {
  readonly record: LedgerRecord
  readonly definition: Definition
  readonly stage: Stage
  readonly worked: WorkedOut
}

export function derivationsOf(around: Around): TeamDerivation[] {
  return around.worked.answer.rows.map((row) => teamDerivation(around, row))
}

function teamDerivation(around: Around, row: Row): TeamDerivation {
  const { definition, stage, worked } = around
  const { team, total, rank, partings } = row
  const carried = worked.contest.entrants.find((entrant) => entrant.team === team)?.carried ?? {}
  return {
    team,
    rounds: stage.rounds.map((round) => roundDerivation(around, round, row)),
    carried: stage.carryOver.flatMap(({ stage: id, weight }) => {
      const own = carried[id]
      const title = definition.stages.find((one) => one.id === id)?.title ?? id
      return own === undefined ? [] : [{ title, total: own, weight }]
    }),
    ownWeight: stage.ownWeight,
    total: total && worked.answer.places.writtenAt('total', total.exact),
    rank,
    partings,
  }
}

function roundDerivation(around: Around, round: Round, { team, total, figures }: Row): RoundDerivation {
  const { record, definition, worked } = around
  const { places, scores } = worked.answer
  const score = scores.get(round.id)?.get(team) ?? null
  const excuses = under(record.excuses, `${round.id}/${team}`)
  const nameOf = (judge: string) => definition.judges.find(({ id }) => id === judge)?.name ?? judge
  const titles = new Map(round.criteria.map(({ id, title }) => [id, title]))
  const figure = figures?.get(round.id)
  return {
    title: round.title,
    weight: round.weight,
    isCounted: total === null || total.counted.includes(round.id),
    method: round.combine.method,
    over: round.combine.over,
    criteria: round.criteria.filter(({ scoredBy }) => scoredBy === 'judges').map(({ title }) => title),
    sheets: score ? sheetLines(around, round, team, score) : [],
    notMarking: panelOf(definition, round).flatMap((judge) => {
      const reason = excuses.get(judge)
      return reason === undefined ? [] : [{ judge: nameOf(judge), reason }]
    }),
    combined: (score?.columns ?? []).map(({ combined }) => places.brief(combined)),
    judged: score?.judged ? places.brief(score.judged) : null,
    tallied: [...(score?.tallied ?? [])].map(([id, points]) => ({
      title: titles.get(id) ?? id,
      points: places.brief(points),
    })),
    factor: round.factor ? (record.factors.get(`${round.id}/${team}`) ?? null) : null,
    seconds: score?.seconds ?? null,
    deductions: (score?.deductions ?? []).map(lineOf),
    bonuses: (score?.bonuses ?? []).map(lineOf),
    score: score?.shown ?? null,
    figure: figure ? places.brief(figure) : null,
  }
}

function lineOf({ kind, shown, seconds, reason }: Score['deductions'][number]): LineOfPoints {
  return { kind, points: shown, seconds, reason }
}

function sheetLines({ record, worked }: Around, round: Round, team: string, score: Score): SheetLine[] {
  const { places } = worked.answer
  const rules = worked.contest.rules.rounds.find(({ id }) => id === round.id)
  const input = worked.contest.inputs[round.id]?.[team]
  const sheets = under(record.sheets, `${round.id}/${team}`)
  if (!rules || !input) return []
  return input.sheets.flatMap(({ judge }): SheetLine[] => {
    const sheet = sheets.get(judge)
    return sheet ? [{ judge: sheet.name, ...sheetLine(rules, places, score, { judge, sheet }) }] : []
  })
}

function sheetLine(
  rules: RoundRules,
  places: Places,
  score: Score,
  { judge, sheet }: { readonly judge: string; readonly sheet: Sheet },
): Omit<SheetLine, 'judge'> {
  const cell = (criterion: string | null, text: string): Cell => {
    const column = score.columns.find((one) => one.criterion === criterion)
    const treated = column?.values.find(({ judges }) => judges.includes(judge))
    if (!treated) return { text, state: 'counted', as: null }
    if (treated.counted === null) return { text, state: 'left-out', as: null }
    const isSame = same(treated.counted, treated.value)
    return { text, state: isSame ? 'counted' : 'clamped', as: isSame ? null : places.brief(treated.counted) }
  }
  const judged = rules.criteria.filter(({ scoredBy }) => scoredBy === 'judges')
  return {
    receipt: sheet.receipt,
    isFromPaper: sheet.isFromPaper,
    marks: judged.map(({ id }) => cell(id, sheet.marks[id] ?? '')),
    value: cell(null, places.brief(sheetValue(rules, places, { judge, marks: sheet.marks }))),
  }
}
