/**
 * The totals of a round as a table: teams in running order, one column a judge, what is added and taken, and the score. Many judges take several,
 * the last of which ends with the score. It adds nothing up itself.
 */
import type { Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, talliedCriteria } from '@bang-diem/shared/contest/lookups.ts'
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import { displayAt } from '@bang-diem/shared/scoring/rounding.ts'
import type { Cell, Column, Row } from '../paper.ts'
import type { RoundTotalsWords } from '../words/round-totals.ts'
import { evenParts } from './abreast.ts'
import { teamCalled } from './people.ts'
import { panelOf, type RoundSteps } from './round-steps.ts'
import { sheetSum } from './sheets.ts'
import { summed } from './summed.ts'

/** What the tables of a round are made from. */
export interface Totals {
  readonly state: State
  readonly stage: Stage
  readonly round: Round
  readonly words: RoundTotalsWords
  readonly teams: readonly RoundSteps[]
}

interface TotalsColumn extends Column {
  readonly cell: (team: RoundSteps, index: number) => Cell
}

interface TotalsTable {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Each begins with place and team; so many figures stand `abreast` at most. */
export function totalsTables(totals: Totals, abreast: number): TotalsTable[] {
  return tablesOf(totals, figureColumns(totals), abreast)
}

/** What the judges came to on each criterion, where criteria are combined one by one. */
export function criteriaTables(totals: Totals, abreast: number): TotalsTable[] {
  const figures = judgedCriteria(totals.round).map(
    ({ id, title }): TotalsColumn => ({
      title,
      kind: 'figure',
      cell: (team) => shownCell(team.all('judged').find(({ criterion }) => criterion === id)?.shown),
    }),
  )
  return tablesOf(totals, figures, abreast)
}

function tablesOf(totals: Totals, all: readonly TotalsColumn[], abreast: number): TotalsTable[] {
  return evenParts(all, abreast).map((figures) => {
    const columns = [...teamColumns(totals), ...figures]
    return {
      columns: columns.map(({ title, kind }) => ({ title, kind })),
      rows: totals.teams.map((team, index) => ({ cells: columns.map(({ cell }) => cell(team, index)) })),
    }
  })
}

function teamColumns({ state, words: { columns } }: Totals): TotalsColumn[] {
  return [
    {
      title: columns.place,
      kind: 'place',
      cell: (_, index) => ({ content: { number: String(index + 1), decimals: 0 } }),
    },
    { title: columns.team, kind: 'name', cell: ({ team }) => ({ content: teamCalled(state, team) }) },
  ]
}

function figureColumns(totals: Totals): TotalsColumn[] {
  const { state, round, words, teams } = totals
  const { columns } = words
  const judged = judgedCriteria(round).length > 0
  const has = (kind: 'bonus' | 'multiplied') => teams.some((team) => team.one(kind) !== undefined)
  return [
    ...(judged ? panelOf(state, round).map((judge) => judgeColumn(totals, judge)) : []),
    ...(judged ? [judgedColumn(totals)] : []),
    ...talliedCriteria(round).map(
      ({ id, title }): TotalsColumn => ({
        title,
        kind: 'figure',
        cell: (team) => shownCell(team.all('tallied').find(({ criterion }) => criterion === id)?.shown),
      }),
    ),
    ...(has('multiplied')
      ? [
          {
            title: columns.factor,
            kind: 'figure',
            cell: (team: RoundSteps) => shownCell(team.one('multiplied')?.factor),
          } as const,
        ]
      : []),
    ...(has('bonus')
      ? [
          {
            title: columns.bonus,
            kind: 'figure',
            cell: (team: RoundSteps) => sumCell(totals, team.all('bonus')),
          } as const,
        ]
      : []),
    { title: columns.deduction, kind: 'figure', cell: (team) => sumCell(totals, team.all('deduction')) },
    { title: columns.score, kind: 'figure', cell: (team) => ({ ...shownCell(team.one('score')?.shown), bold: true }) },
  ]
}

/** What the judge gave on the whole sheet; struck where it does not count, a dash where the judge did not mark. */
function judgeColumn({ state, round }: Totals, judge: string): TotalsColumn {
  const criteria = judgedCriteria(round)
  return {
    title: seatLabel(judge),
    kind: 'figure',
    cell: (team) => {
      if (team.notMarking.some((each) => each.judge === judge)) return { content: '–' }
      const sheet = sheetOf(state, round.id, team.team, judge)
      const sum = sheet === undefined ? null : sheetSum(sheet.marks, criteria)
      if (sum === null) return { content: null }
      const value = team.all('value').find((each) => each.judge === judge && each.criterion === null)
      const counts = value === undefined || value.treatment === 'counted' || value.treatment === 'clamped'
      return { content: sum, ...(counts ? {} : { struck: true }) }
    },
  }
}

/** All that the judges gave together: over sheets as it was combined, over criteria the sum of what each criterion came to. */
function judgedColumn(totals: Totals): TotalsColumn {
  const { round, words } = totals
  const cell =
    round.combine.over === 'criterion'
      ? (team: RoundSteps) => sumCell(totals, team.all('judged'))
      : (team: RoundSteps) => shownCell(team.one('judged')?.shown)
  return { title: words.columns.judged, kind: 'figure', cell }
}

function shownCell(shown: string | undefined): Cell {
  return { content: shown === undefined ? null : { number: shown, decimals: 0 } }
}

function sumCell({ stage }: Totals, steps: readonly { readonly exact: string }[]): Cell {
  return shownCell(summed(steps, displayAt(stage.rounding, 'round')))
}
