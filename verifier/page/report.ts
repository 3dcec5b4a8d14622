/** Everything that a verified ledger says: the verdict, the contest, its tables and how they came about. */
import { footOf } from '../src/chain.ts'
import type { Definition } from '../src/definition.ts'
import type { Fault, Verified, VerifiedTable } from '../src/verified.ts'
import type { Language } from '../src/words/say.ts'
import { differenceText, receiptText, verdictText } from '../src/words/verdict.ts'
import { make } from './make.ts'
import { stepsOf } from './steps.ts'
import { tableOf, teamName } from './table.ts'
import { type PageWords, pageWords } from './words.ts'

/** So many differences are listed under the first; a broken rule shows in every row. */
const MOST_LISTED = 12

/** Everything below the verdict. */
export function reportOf(verified: Verified, language: Language): HTMLElement {
  const { definition } = verified
  return make(
    'article',
    { id: 'report' },
    definition ? contestCard(verified, definition, language) : null,
    ...(definition ? tables(verified, definition, language) : []),
  )
}

/** `data-` attributes are for programs that read the verdict. */
export function verdictCard(verified: Verified, file: string, language: Language): HTMLElement {
  const say = pageWords(language)
  const { outcome } = verified.verdict
  const others = verified.differences.slice(1)
  const listed = others
    .slice(0, MOST_LISTED)
    .map((each) => make('li', {}, differenceText(each, verified.definition, language)))
  return make(
    'section',
    { id: 'verdict', class: outcome, 'data-outcome': outcome, 'data-file': file },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, outcome === 'agrees' ? '✓' : '✕'),
    make(
      'div',
      {},
      make('h2', {}, titleOf(verified.verdict, say)),
      make('p', { id: 'verdict-text' }, verdictText(verified, language)),
      others.length > 0
        ? make(
            'details',
            {},
            make('summary', {}, say.more(others.length)),
            make('ul', { class: 'differences' }, ...listed),
          )
        : null,
      make('p', { class: 'file' }, file),
    ),
  )
}

function titleOf(verdict: Verified['verdict'], say: PageWords): string {
  switch (verdict.outcome) {
    case 'agrees':
      return say.good
    case 'differs':
      return say.differs
    case 'broken':
      return brokenTitle(verdict.fault, say)
  }
}

function brokenTitle({ kind }: Fault, say: PageWords): string {
  if (kind === 'empty' || kind === 'no-ledger' || kind === 'saved-again') return say.noLedger
  return kind === 'impossible' || kind === 'unknown-fact' ? say.unbelievable : say.broken
}

function contestCard(verified: Verified, definition: Definition, language: Language): HTMLElement {
  const { facts } = pageWords(language)
  const { title, edition, organiser, venue, date, teams, judges } = definition
  const last = verified.sealed.at(-1)
  const entries: [string, string | undefined][] = [
    [facts.organiser, organiser],
    [facts.venue, venue],
    [facts.date, date?.split('-').reverse().join('/')],
    [facts.teams, String(teams.length)],
    [facts.judges, String(judges.length)],
    [facts.commits, String(verified.commits)],
    [facts.sheets, String(verified.sheets)],
    [
      facts.last,
      last === undefined || verified.at === null ? undefined : `${footOf(last)} · ${momentText(verified.at)}`,
    ],
  ]
  return make(
    'section',
    { class: 'contest' },
    make('h2', {}, title),
    edition === undefined ? null : make('p', { class: 'edition' }, edition),
    make(
      'dl',
      {},
      ...entries.flatMap(([name, text]) =>
        text === undefined ? [] : [make('div', {}, make('dt', {}, name), make('dd', {}, text))],
      ),
    ),
    receiptSearch(verified, language),
  )
}

/** Day and time where the reader is. */
function momentText(at: number): string {
  const moment = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`
  return `${two(moment.getHours())}:${two(moment.getMinutes())} ${day}`
}

function receiptSearch(verified: Verified, language: Language): HTMLElement {
  const say = pageWords(language)
  const input = make('input', { id: 'receipt', placeholder: say.receiptHint, autocomplete: 'off', spellcheck: 'false' })
  const answer = make('output', { for: 'receipt' })
  input.addEventListener('input', () => {
    const asked = input.value.trim()
    const { text, isThere } = receiptText(asked, verified, language)
    answer.textContent = asked === '' ? '' : text
    answer.className = isThere ? 'there' : ''
  })
  return make('p', { class: 'receipts' }, make('label', { for: 'receipt' }, say.askReceipt), input, answer)
}

function tables(verified: Verified, definition: Definition, language: Language): HTMLElement[] {
  const say = pageWords(language)
  const isBroken = verified.verdict.outcome === 'broken'
  if (verified.tables.length === 0) {
    return [make('section', {}, make('p', { class: 'quiet' }, isBroken ? say.noTableBefore : say.noTable))]
  }
  return verified.tables.map((table) => tableCard(table, definition, language))
}

function tableCard(table: VerifiedTable, definition: Definition, language: Language): HTMLElement {
  const say = pageWords(language)
  const steps = table.derivations.map((team) => stepsOf(team, teamName(definition, team.team), language))
  const all = make('button', { type: 'button', class: 'quiet' }, say.openAll)
  all.addEventListener('click', () => {
    for (const details of steps) details.setAttribute('open', '')
  })
  const side = table.awards.filter(({ teams }) => teams.length > 0)
  return make(
    'section',
    { class: 'stage' },
    make('h2', {}, table.title),
    make('p', { class: 'quiet' }, say.certified(table.version, momentText(table.at), footOf(table.commit))),
    make('p', { class: 'quiet' }, `${say.hash}: `, make('span', { class: 'hash' }, table.commit.hash)),
    table.isReopened ? make('p', { class: 'reopened' }, say.reopened) : null,
    make('div', { class: 'wide' }, tableOf({ table, definition, language })),
    side.length > 0 ? make('h3', {}, say.awards) : null,
    side.length > 0 ? awardList(side, definition) : null,
    make('div', { class: 'heading' }, make('h3', {}, say.derivations), all),
    ...steps,
  )
}

function awardList(awards: VerifiedTable['awards'], definition: Definition): HTMLElement {
  const entries = awards.map(({ title, teams }) =>
    make('li', {}, make('span', {}, title), make('b', {}, teams.map((team) => teamName(definition, team)).join(', '))),
  )
  return make('ul', { class: 'awards' }, ...entries)
}
