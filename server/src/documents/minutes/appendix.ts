/** Every sheet of the stage with its sum and its receipt, a column a judge, so that each can hold the phone beside the own one. */
import type { Round } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { receiptOf } from '@bang-diem/shared/ledger/commit.ts'
import type { Sheet } from '@bang-diem/shared/ledger/sheet-records.ts'
import { definitionOf, isExcused } from '@bang-diem/shared/ledger/state.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { orderOf } from '@bang-diem/shared/rules/rundown.ts'
import type { Block, Cell, Column, Leaf, Table } from '../paper.ts'
import { evenParts, partNamed } from '../parts/abreast.ts'
import { judgeCalled, teamCalled } from '../parts/people.ts'
import { panelOf } from '../parts/round-steps.ts'
import { type SheetPlace, submittedSheet } from '../parts/sheets.ts'
import { type Section, sumOfSheet } from './section.ts'

/** Receipts of more judges do not stand side by side on a page. */
const JUDGES_ABREAST = 5

/** What came from paper, and what was amended. */
const MARKS = { paper: '*', amended: '†' } as const

export function appendix(section: Section): Leaf {
  const { words, stage } = section
  return {
    blocks: [
      { kind: 'title', text: words.appendix.title, subjects: [words.appendix.subject] },
      { kind: 'text', text: words.appendix.read },
      ...stage.rounds.flatMap((round) => sheetsOf(section, round)),
    ],
  }
}

/** As few tables as there are judges for, as even as can be. */
function sheetsOf(section: Section, round: Round): Block[] {
  const panel = panelOf(section.making.state, round)
  if (panel.length === 0) return []
  const name = section.words.appendix.sheet(round.title)
  const tables = evenParts(panel, JUDGES_ABREAST).map((judges, part, { length }) =>
    sheetsTable(section, round, judges, partNamed(name, part, length)),
  )
  return [{ kind: 'heading', text: round.title }, ...tables]
}

function sheetsTable(section: Section, round: Round, judges: readonly string[], name: string): Table {
  const { making, words } = section
  const { columns } = words.appendix
  const teams = orderOf(making.state, round)
  const sheets = teams.map((team) => ({
    team,
    given: judges.map((judge) => ({ judge, sheet: submittedSheet(making.state, { round: round.id, team, judge }) })),
  }))
  const all = sheets.flatMap(({ given }) => given.flatMap((each) => each.sheet ?? []))
  const rows = sheets.map(({ team, given }) => ({
    cells: [
      { content: teamCalled(making.state, team) },
      ...given.map(({ judge, sheet: one }) => sheetCell(section, one, { round: round.id, team, judge })),
    ],
  }))
  return {
    kind: 'table',
    name,
    columns: [
      { title: columns.team, kind: 'name' },
      ...judges.map((judge): Column => {
        const title = seatLabel(judge)
        return { title, kind: 'short', below: columns.receipt(title) }
      }),
    ],
    rows,
    notes: [
      `${judges.map((judge) => judgeCalled(making.state, judge)).join('; ')}.`,
      ...judges.flatMap((judge) => othersIn(section, round, judge)),
      ...(all.some(({ paper }) => paper !== null) ? [`${MARKS.paper} ${words.appendix.paper}`] : []),
      ...(all.some(({ revision }) => revision > 0) ? [`${MARKS.amended} ${words.appendix.amended}`] : []),
      ...(rows.some(({ cells }) => cells.some(({ struck }) => struck)) ? [words.appendix.struck] : []),
    ],
  }
}

/** Sheets of whoever sat in the seat before. */
function othersIn({ making, words }: Section, round: Round, judge: string): string[] {
  const { state } = making
  const present = lookupsOf(definitionOf(state)).judges.get(judge)?.name
  const teams = new Map<string, string[]>()
  for (const team of orderOf(state, round)) {
    const name = submittedSheet(state, { round: round.id, team, judge })?.name ?? present
    if (name !== undefined && name !== present) teams.set(name, [...(teams.get(name) ?? []), teamCalled(state, team)])
  }
  return [...teams].map(([name, marked]) => words.appendix.others(seatLabel(judge), name, marked.join(', ')))
}

/** Struck where it does not count: the judge was excused after it had come in, or the team has left. */
function sheetCell(section: Section, sheet: Sheet | undefined, { round, team, judge }: SheetPlace): Cell {
  const { state } = section.making
  const excused = isExcused(state, round, team, judge)
  if (!sheet) return { content: excused ? '–' : null }
  const mark = `${sheet.paper === null ? '' : MARKS.paper}${sheet.revision === 0 ? '' : MARKS.amended}`
  return {
    content: sumOfSheet(section, round, sheet.marks),
    below: receiptOf(sheet.commit),
    ...(excused || hasLeft(state, section.stage.id, team) ? { struck: true } : {}),
    ...(mark === '' ? {} : { mark }),
  }
}
