/** English beside `vi/console-papers.ts`, phrase by phrase. */
import type { paperWords as vietnamese } from '../vi/console-papers.ts'

export const paperWords: typeof vietnamese = {
  title: 'Papers',
  before: 'Before the contest',
  result: (stage) => `Result of ${stage}`,
  version: (version, receipt) => `version ${version} · ${receipt}`,
  formats: { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' },
  press: (title, label) => `${title}: ${label}`,
  making: 'Making it…',
  makingTitle: (title) => `Making “${title}”…`,
  opening: 'Fetching the list of papers…',
  again: 'Fetch the list again',
  number: 'Paper number',
  numberHint: 'left empty, it is written by hand',
  notReady: 'Not ready to print',
  lacks: {
    ofTeam: (team, what) => `${team}: ${what}`,
    uncertified: 'the result is not certified',
    links: 'needs the judges’ links on this device (section Links)',
    more: (count) => `and ${count} more`,
  },
  sheetOf: (judge, team) => `Sheet of ${judge}, team ${team}`,
  here: {
    totals: 'Totals',
    sheets: 'Filled sheets',
    sheet: 'Print sheet',
    blank: 'Print blank sheet',
    minutes: 'Minutes',
    awards: 'Awards list',
    explanation: 'Print',
    cards: 'Print judges’ cards (PDF)',
    cardsTitle: 'Judges’ cards',
  },
  code: {
    label: 'Scan a paper sheet’s code',
    wrong: {
      unreadable: 'This is no code of a sheet. With a scanner, please switch off Vietnamese typing and scan again.',
      foreign: 'This sheet is of another contest.',
      unknown: 'This contest has no such sheet: its round, team or judge is not in the rules.',
    },
  },
  verifier: 'Ledger checker (opens in a browser, needs no network)',
}
