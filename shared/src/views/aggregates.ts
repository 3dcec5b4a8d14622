/**
 * What outside programs read of a contest without asking the hub: the standings of each stage as a ranking and as rows, and the score
 * table; once as everything stands, and once as it was announced. Public ones are made from public state alone, like the hall's view.
 */
import type { Stage } from '../contest/definition.ts'
import { lowerTotalWins } from '../contest/lookups.ts'
import { announcedOf } from '../ledger/announced.ts'
import { roundTeam } from '../ledger/keys.ts'
import type { RevealedCut } from '../ledger/reveals.ts'
import { definitionOf, type PublicState, type State } from '../ledger/state.ts'
import { cutOf } from '../rules/announcements.ts'
import { entriesOf } from '../rules/scores.ts'
import type { Entry, RoundScore } from '../scoring/results.ts'
import { displayAt } from '../scoring/rounding.ts'
import { madeOnce } from './made-once.ts'
import { currentStandings, publicStandings, type StandingsRow } from './standings.ts'

/** A table: field → JSON text, or of a ranking member → whole number as text. */
export interface Aggregate {
  /** Parts joined by `:`. What anybody may read begins with `public:`. */
  readonly name: string
  readonly kind: 'hash' | 'ranking'
  readonly fields: ReadonlyMap<string, string>
}

/** True for what anybody may read. */
export function isPublic({ name }: { readonly name: string }): boolean {
  return name.startsWith('public:')
}

/** All tables of a contest: those of the desk, then the public ones. */
export function aggregatesOf(state: State): Aggregate[] {
  const { stages } = definitionOf(state)
  return [...deskAggregates(state, stages), ...publicAggregates(state.public, stages)]
}

function deskAggregates(state: State, stages: readonly Stage[]): Aggregate[] {
  const texts = new Map<string, string>()
  const tables = stages.flatMap((stage) => {
    const entries = entriesOf(state, stage)
    for (const entry of entries) {
      for (const [place, text] of scoreTexts(entry)) texts.set(place, text)
    }
    return tablesOf('', stage, currentStandings(state, stage, entries))
  })
  return [...tables, { name: 'scores', kind: 'hash', fields: texts }]
}

function publicAggregates(state: PublicState, stages: readonly Stage[]): Aggregate[] {
  const scores = new Map<string, string>()
  for (const [key, { score, deductions }] of announcedOf(state.onAir).scores) {
    if (score !== null) scores.set(key, scoreText(score, deductions))
  }
  return [
    ...stages.flatMap((stage) => tablesOf('public:', stage, publicStandings(state, stage))),
    { name: 'public:scores', kind: 'hash', fields: scores },
  ]
}

function tablesOf(prefix: string, stage: Stage, rows: readonly StandingsRow[]): Aggregate[] {
  const ranking = new Map<string, string>()
  const texts = new Map<string, string>()
  for (const row of rows) {
    const { json, points } = rowTexts(row, stage)
    texts.set(row.team, json)
    if (points !== null) ranking.set(row.team, points)
  }
  return [
    { name: `${prefix}standings:${stage.id}`, kind: 'ranking', fields: ranking },
    { name: `${prefix}rows:${stage.id}`, kind: 'hash', fields: texts },
  ]
}

/** Each score of a team by its `round/team`. Of many teams the scores of a few change at a time. */
const scoreTexts = madeOnce(({ team, scores }: Entry<RoundScore>): readonly (readonly [string, string])[] =>
  [...scores].map(([round, { shown, deductions }]) => [
    roundTeam(round, team),
    scoreText(shown, deductions.map(cutOf)),
  ]),
)

/** A row of this stage, and its total as a ranking holds it. */
const rowTexts = madeOnce((row: StandingsRow, stage: Stage) => ({
  json: JSON.stringify(row),
  points: row.total === null ? null : wholeNumber(row.total, stage),
}))

/**
 * The total in the smallest unit that the stage shows: `"86.50"` is 8650 with two decimals. Negative where the lower total wins, so that the
 * best team has the highest score in every ranking.
 */
function wholeNumber(total: string, stage: Stage): string {
  const { decimals } = displayAt(stage.rounding, 'total')
  const [whole = '0', places = ''] = total.split('.')
  const units = BigInt(whole + places.padEnd(decimals, '0'))
  return String(lowerTotalWins(stage) ? -units : units)
}

function scoreText(score: string, deductions: readonly RevealedCut[]): string {
  return JSON.stringify({ score, deductions })
}
