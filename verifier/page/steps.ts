/** How one team got its place, step by step, for people who add it up themselves. It adds nothing up. */
import type { Cell, LineOfPoints, RoundDerivation, SheetLine, TeamDerivation } from '../src/derivation.ts'
import { type Language, numberText } from '../src/words/say.ts'
import { make } from './make.ts'
import { type PageWords, pageWords } from './words.ts'

type Told = { readonly say: PageWords; readonly number: (text: string) => string }

export function stepsOf(team: TeamDerivation, name: string, language: Language): HTMLElement {
  const told = { say: pageWords(language), number: (text: string) => numberText(text, language) }
  const { say, number } = told
  const total = team.total === null ? say.noScore : number(team.total)
  return make(
    'details',
    { class: 'team' },
    make(
      'summary',
      {},
      make('span', { class: 'rank' }, team.rank === null ? '–' : String(team.rank)),
      make('span', { class: 'name' }, name),
      make('span', { class: 'figure' }, total),
    ),
    ...team.rounds.map((round) => roundOf(round, told)),
    lastLines(team, told),
  )
}

function line(label: string, figure: string, classes = ''): HTMLElement {
  return make('li', { class: classes }, make('span', {}, label), make('b', {}, figure))
}

function lastLines(team: TeamDerivation, { say, number }: Told): HTMLElement {
  const parted = team.partings.map(({ rule, reason, figure }) => {
    const why = [say.rules[rule] ?? rule, reason].filter((part) => part !== null && part !== '').join(', ')
    return line(`${say.equal} ${why}`, figure === null ? '' : number(figure))
  })
  return make(
    'ul',
    { class: 'lines last' },
    ...(team.carried.length > 0 || team.ownWeight !== '1' ? [line(say.ownWeight(number(team.ownWeight)), '')] : []),
    ...team.carried.map(({ title, total, weight }) => line(say.carried(title, number(weight)), number(total))),
    line(say.total, team.total === null ? say.noScore : number(team.total), 'sum'),
    ...parted,
    ...(team.rank === null ? [] : [line('', say.rank(team.rank), 'sum')]),
  )
}

function roundOf(round: RoundDerivation, told: Told): HTMLElement {
  const { say, number } = told
  const notes = [say.weight(number(round.weight)), ...(round.isCounted ? [] : [say.notCounted])]
  return make(
    'section',
    { class: 'part' },
    make('h4', {}, round.title, make('small', {}, notes.join(' · '))),
    round.sheets.length > 0 ? make('div', { class: 'wide' }, sheetTable(round, told)) : null,
    make('ul', { class: 'lines' }, ...roundLines(round, told)),
  )
}

function roundLines(round: RoundDerivation, told: Told): HTMLElement[] {
  const { say, number } = told
  return [
    ...round.notMarking.map(({ judge, reason }) => line(say.notMarking(judge, reason), '')),
    ...(round.judged === null ? [] : [line(say.judged, number(round.judged))]),
    ...round.tallied.map(({ title, points }) => line(say.tallied(title), number(points))),
    ...(round.factor === null ? [] : [line(say.factor, `× ${number(round.factor)}`)]),
    ...(round.seconds === null ? [] : [line(say.time(round.seconds), '')]),
    ...round.bonuses.map((bonus) => line(labelOf(bonus, say.bonus, say), `+${number(bonus.points)}`)),
    ...round.deductions.map((cut) => line(labelOf(cut, say.deduction, say), `−${number(cut.points)}`)),
    line(say.score, round.score === null ? say.noScore : number(round.score), 'sum'),
    ...(round.figure === null ? [] : [line(say.figure, number(round.figure))]),
  ]
}

function labelOf({ kind, seconds, reason }: LineOfPoints, plain: string, say: PageWords): string {
  if (kind === 'line') return `${plain}: ${reason ?? ''}`
  return kind === 'overtime' ? say.overtime(seconds ?? 0) : say.undertime(seconds ?? 0)
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

/** Digits stand under each other; zeros change no number. */
function withDecimals(text: string, places: number): string {
  const lacking = places - decimalsOf(text)
  return lacking <= 0 ? text : `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(lacking)}`
}

function sheetTable(round: RoundDerivation, told: Told): HTMLElement {
  const { say, number } = told
  const head = [say.judge, ...round.criteria, say.sheet]
  const places = Math.max(
    ...round.sheets.flatMap(({ marks, value }) => [...marks, value].map(({ text }) => decimalsOf(text))),
  )
  const inColumn = { ...told, number: (text: string) => told.number(withDecimals(text, places)) }
  const combined =
    round.over === 'sheet' ? [...round.criteria.map(() => ''), ...round.combined] : [...round.combined, '']
  return make(
    'table',
    { class: 'sheets' },
    make('thead', {}, make('tr', {}, ...head.map((text) => make('th', { scope: 'col' }, text)))),
    make('tbody', {}, ...round.sheets.map((sheet) => sheetRow(sheet, round, inColumn))),
    make(
      'tfoot',
      {},
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, say.methods[round.method] ?? round.method),
        ...combined.map((text) => make('td', {}, number(text))),
      ),
    ),
  )
}

function sheetRow(
  { judge, receipt, isFromPaper, marks, value }: SheetLine,
  { over }: RoundDerivation,
  told: Told,
): HTMLElement {
  const note = make('small', { class: 'receipt' }, receipt, isFromPaper ? ` · ${told.say.paper}` : null)
  return make(
    'tr',
    {},
    make('th', { scope: 'row' }, judge, note),
    ...marks.map((mark) => markCell(mark, told)),
    markCell(value, told, over === 'sheet' ? 'whole' : ''),
  )
}

function markCell({ text, state, as }: Cell, { say, number }: Told, classes = ''): HTMLElement {
  const shown = number(text)
  if (state === 'counted') return make('td', { class: classes }, shown)
  const note = as === null ? say.leftOut : `→ ${number(as)}`
  return make('td', { class: `${classes} struck` }, make('s', {}, shown), make('small', {}, note))
}
