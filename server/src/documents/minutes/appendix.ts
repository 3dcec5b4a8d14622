/** Every sheet of the stage with its sum and its receipt, a column a judge, so that each can hold the phone beside the own one. */
import type { Round } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { receiptOf } from '@bang-diem/shared/ledger/commit.ts'
import type { Sheet } from '@bang-diem/shared/ledger/sheet-records.ts'
import { definitionOf, isExcused, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { orderOf } from '@bang-diem/shared/rules/rundown.ts'
import type { Block, Cell, Leaf, Table } from '../paper.ts'
import { judgeCalled, teamCalled } from '../parts/people.ts'
import { figureWritten, type Section, sumOfSheet } from './section.ts'

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
  const panel = lookupsOf(definitionOf(section.making.state)).panels.get(round.id) ?? []
  if (panel.length === 0) return []
  const abreast = Math.ceil(panel.length / Math.ceil(panel.length / JUDGES_ABREAST))
  const parts = Array.from({ length: Math.ceil(panel.length / abreast) }, (_, part) =>
    panel.slice(part * abreast, (part + 1) * abreast),
  )
  const name = (part: number) => (parts.length === 1 ? '' : ` ${part + 1}`)
  return [
    { kind: 'heading', text: round.title },
    ...parts.map((judges, part) => sheetsTable(section, round, judges, name(part))),
  ]
}

function sheetsTable(section: Section, round: Round, judges: readonly string[], part: string): Table {
  const { making, words } = section
  const { columns, sheet } = words.appendix
  const teams = orderOf(making.state, round)
  const sheets = teams.map((team) => ({
    team,
    given: judges.map((judge) => ({ judge, sheet: submitted(making.state, { round: round.id, team, judge }) })),
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
    name: `${sheet(round.title)}${part}`,
    columns: [
      { title: columns.team, kind: 'name' },
      ...judges.map((judge) => ({ title: seatLabel(judge), kind: 'short' }) as const),
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
    const name = submitted(state, { round: round.id, team, judge })?.name ?? present
    if (name !== undefined && name !== present) teams.set(name, [...(teams.get(name) ?? []), teamCalled(state, team)])
  }
  return [...teams].map(([name, marked]) => words.appendix.others(seatLabel(judge), name, marked.join(', ')))
}

interface Place {
  readonly round: string
  readonly team: string
  readonly judge: string
}

/** A sheet that is open again is none until it is in. */
function submitted(state: State, { round, team, judge }: Place): Sheet | undefined {
  const sheet = sheetOf(state, round, team, judge)
  return sheet?.status === 'submitted' ? sheet : undefined
}

/** Struck where it does not count: the judge was excused after it had come in, or the team has left. */
function sheetCell(section: Section, sheet: Sheet | undefined, { round, team, judge }: Place): Cell {
  const { state } = section.making
  const excused = isExcused(state, round, team, judge)
  if (!sheet) return { content: excused ? '–' : null }
  const mark = `${sheet.paper === null ? '' : MARKS.paper}${sheet.revision === 0 ? '' : MARKS.amended}`
  const sum = figureWritten(section, sumOfSheet(section, round, sheet.marks), '')
  return {
    content: `${sum}\n${receiptOf(sheet.commit)}`,
    ...(excused || hasLeft(state, section.stage.id, team) ? { struck: true } : {}),
    ...(mark === '' ? {} : { mark }),
  }
}
