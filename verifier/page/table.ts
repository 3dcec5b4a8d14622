/** A certified table as people see it, with what was worked out beside each figure that differs. */
import type { Definition } from '../src/definition.ts'
import type { Difference, DifferentColumn } from '../src/differences.ts'
import type { TableRow } from '../src/reveals.ts'
import type { VerifiedTable } from '../src/verified.ts'
import { type Language, numberText } from '../src/words/say.ts'
import { make } from './make.ts'
import { pageWords } from './words.ts'

type Shown = { readonly table: VerifiedTable; readonly definition: Definition; readonly language: Language }

export function teamName({ teams }: Definition, id: string): string {
  return teams.find((team) => team.id === id)?.name ?? id
}

export function tableOf(shown: Shown): HTMLElement {
  const { table, language } = shown
  const { columns } = pageWords(language)
  const hasAwards = table.rows.some(({ award }) => award !== undefined)
  const head = [
    make('th', { scope: 'col', class: 'rank' }, columns.rank),
    make('th', { scope: 'col' }, columns.team),
    ...table.rounds.map(({ title }) => make('th', { scope: 'col', class: 'figure round' }, title)),
    make('th', { scope: 'col', class: 'figure' }, columns.total),
    ...(hasAwards ? [make('th', { scope: 'col', class: 'award' }, columns.award)] : []),
  ]
  return make(
    'table',
    { class: 'standings' },
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...table.rows.map((row) => rowOf(shown, row, hasAwards))),
  )
}

function rowOf(shown: Shown, row: TableRow, hasAwards: boolean): HTMLElement {
  const { table, definition, language } = shown
  const say = pageWords(language)
  const unit = definition.teams.find(({ id }) => id === row.team)?.unit ?? null
  const under = [unit, row.category ?? null, row.left ? say.left[row.left] : null].filter((text) => text !== null)
  const name = make(
    'th',
    { scope: 'row' },
    make('span', { class: 'name' }, teamName(definition, row.team)),
    under.length > 0 ? make('small', {}, under.join(' · ')) : null,
    row.award === undefined ? null : make('small', { class: 'award-under' }, row.award),
  )
  const figure = (column: DifferentColumn, text: string | null, round: string | null, classes: string) =>
    figureCell(shown, { row, column, text, round }, classes)
  const isWrong = table.differences.some((each) => each.kind !== 'definition-hash' && each.team === row.team)
  return make(
    'tr',
    { class: isWrong ? 'wrong' : '' },
    figure('rank', row.rank === null ? null : String(row.rank), null, 'rank'),
    name,
    ...table.rounds.map(({ id }) => figure('round', row.rounds[id] ?? null, id, 'figure round')),
    figure('total', row.total, null, 'figure total'),
    ...(hasAwards ? [figure('award', row.award ?? null, null, 'award')] : []),
  )
}

type Figure = {
  readonly row: TableRow
  readonly column: DifferentColumn
  readonly text: string | null
  readonly round: string | null
}

function figureCell({ table, language }: Shown, { row, column, text, round }: Figure, classes: string): HTMLElement {
  const say = pageWords(language)
  const found = table.differences.find((each) => isAbout(each, row.team, column, round))
  const shown = text === null ? '–' : numberText(text, language)
  if (found === undefined || found.kind === 'definition-hash') return make('td', { class: classes }, shown)
  const worked = found.worked === null ? say.none : numberText(found.worked, language)
  return make('td', { class: `${classes} differs` }, shown, make('small', {}, say.workedOut(worked)))
}

function isAbout(each: Difference, team: string, column: DifferentColumn, round: string | null): boolean {
  return each.kind !== 'definition-hash' && each.team === team && each.column === column && each.round === round
}
