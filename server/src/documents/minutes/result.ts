/** The result: the certified table with every round, and the awards as they were frozen with it. */

import type { RowReveal } from '@bang-diem/shared/ledger/reveals.ts'
import { totalRounding } from '@bang-diem/shared/scoring/rounding.ts'
import type { Block, Cell, Column, Content, Row, Table } from '../paper.ts'
import { awardsNow } from '../parts/awards-now.ts'
import { teamCalled } from '../parts/people.ts'
import type { Section } from './section.ts'

export function rankingTable({ making, stage, table, words }: Section): Table {
  const { columns, left, sheet, shared } = words.ranking
  const separate = table.rows.some(({ category }) => category !== undefined)
  const awarded = table.rows.some(({ award }) => award !== undefined)
  const head: Column[] = [
    { title: columns.rank, kind: 'place' },
    { title: columns.team, kind: 'name' },
    ...(separate ? [{ title: columns.group, kind: 'short' } as const] : []),
    ...stage.rounds.map(({ title }) => ({ title, kind: 'figure' }) as const),
    { title: columns.total, kind: 'figure' },
    ...(awarded ? [{ title: columns.award, kind: 'short' } as const] : []),
  ]
  const places = table.rows.flatMap(({ rank, category = '' }) => (rank === null ? [] : [`${rank}/${category}`]))
  const sharing = new Set(places).size < places.length
  const rowOf = (row: RowReveal): Row => ({
    cells: [
      { content: placeOf(row, left), bold: true },
      { content: teamCalled(making.state, row.team), bold: row.rank === 1 },
      ...(separate ? [{ content: row.category ?? null }] : []),
      ...stage.rounds.map(({ id }): Cell => ({ content: figureOf(row.rounds[id] ?? null, 0) })),
      { content: figureOf(row.total, totalRounding(stage.rounding).decimals), bold: true },
      ...(awarded ? [{ content: row.award ?? null }] : []),
    ],
  })
  return { kind: 'table', name: sheet, columns: head, rows: table.rows.map(rowOf), notes: sharing ? [shared] : [] }
}

function placeOf({ rank, left }: RowReveal, words: Readonly<Record<'withdrawn' | 'disqualified', string>>): Content {
  if (rank !== null) return { number: String(rank), decimals: 0 }
  return left === undefined ? null : words[left]
}

function figureOf(number: string | null, decimals: number): Content {
  return number === null ? null : { number, decimals }
}

export function awardsBlocks({ making, stage, table, words }: Section): Block[] {
  const awards = awardsNow(making.state, stage, table)
  const { heading, sheet, none, columns, nobody } = words.awards
  if (awards.length === 0)
    return [
      { kind: 'heading', text: heading },
      { kind: 'text', text: none },
    ]
  const categories = new Map(table.rows.map(({ team, category }) => [team, category]))
  const called = (team: string) => {
    const category = categories.get(team)
    const name = teamCalled(making.state, team)
    return category === undefined ? name : `${name} (${category})`
  }
  const rows = awards.map(({ title, teams }) => ({
    cells: [{ content: title, bold: true }, { content: teams.length === 0 ? nobody : teams.map(called).join('; ') }],
  }))
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'table',
      name: sheet,
      columns: [
        { title: columns.award, kind: 'name' },
        { title: columns.teams, kind: 'sentence' },
      ],
      rows,
      notes: [],
    },
  ]
}
