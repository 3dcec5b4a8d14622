/**
 * Announced rows and scores in the order in which the hall reads them. Ranks are shown as announced and never worked
 * out here; equal ranks keep the order of the definition.
 */
import type { HallWords } from '@bang-diem/shared/language/vi/hall.ts'
import type { Hall, Row, Score, Team } from '../hall/hall.ts'
import { compareDecimals, shareOf } from '../parts/count.ts'
import { decidedByNote, groupName } from './notes.ts'
import type { Bar, TableRow } from './table-row.ts'

const LAST = Number.MAX_SAFE_INTEGER

/** Standings of a stage. With `final`, a row also says what decided a tie. */
export function standingsRows(hall: Hall, rows: readonly Row[], words: HallWords, final: boolean): TableRow[] {
  const drawn = [...rows].sort(byCategory(hall, rows)).map((row): TableRow => {
    const shared = isShared(row, rows)
    const reason = final && isAheadOfAnEqual(row, rows) ? decidedByNote(row.decidedBy, hall, words) : ''
    return {
      team: hall.team(row.team),
      section: groupName(row.category, hall.stage(row.stage), words),
      rank: row.rank,
      shared,
      total: row.total,
      reason,
      note: joined([row.award ?? '', rankNote(row, shared, words), reason]),
      leads: row.rank === 1,
      bars: barsOf(hall, row),
      award: row.award ?? '',
    }
  })
  return drawn
}

/** Groups in the order of the definition's teams, within each the best first. */
function byCategory(hall: Hall, rows: readonly Row[]): (a: Row, b: Row) => number {
  const first = new Map<string | undefined, number>()
  for (const { category, team } of rows) {
    const { index } = hall.team(team)
    first.set(category, Math.min(first.get(category) ?? index, index))
  }
  const place = ({ category }: Row) => first.get(category) ?? LAST
  const rank = (row: Row) => row.rank ?? LAST
  return (a, b) => place(a) - place(b) || rank(a) - rank(b) || hall.team(a.team).index - hall.team(b.team).index
}

/** Scores of one round, best first; with ranks only when the round was announced together. */
export function roundRows(
  hall: Hall,
  scores: readonly Score[],
  words: HallWords,
  show: (points: string) => string,
): TableRow[] {
  const ranked = scores.some((score) => score.rank !== undefined)
  const drawn = scores.map((score): TableRow => {
    const rank = ranked ? (score.rank ?? null) : undefined
    const shared = isShared({ rank }, scores)
    const reason = joined([
      ...score.deductions.map((cut) => words.deduction(show(cut.points), '')),
      ...score.bonuses.map((cut) => words.bonus(show(cut.points), '')),
    ])
    return {
      team: hall.team(score.team),
      section: '',
      rank,
      shared,
      total: score.score,
      reason,
      note: joined([rank === undefined ? '' : rankNote({ rank }, shared, words), reason]),
      leads: rank === 1,
      bars: [],
      award: '',
    }
  })
  return drawn.sort((a, b) => byRank(a, b) || byTotal(a.total, b.total))
}

/** Teams in their running order. */
export function lineUpRows(hall: Hall, teams: readonly string[]): TableRow[] {
  return nameRows(hall, teams).map((row, index) => ({ ...row, team: hall.team(row.team.id), rank: index + 1 }))
}

/** Teams by name alone. */
export function nameRows(hall: Hall, teams: readonly string[]): TableRow[] {
  return teams.map((team) => ({
    team: fullName(hall.team(team)),
    section: '',
    rank: undefined,
    shared: false,
    total: undefined,
    reason: '',
    note: '',
    leads: false,
    bars: [],
    award: '',
  }))
}

/** Where a team's name is all that is shown of it, it is the whole name. */
function fullName({ shortName: _, ...team }: Team): Team {
  return team
}

/** By at least two of the rows that are announced so far; an unannounced one is never hinted at. */
function isShared({ rank, category }: Ranked, rows: readonly Ranked[]): boolean {
  return typeof rank === 'number' && rows.filter((row) => row.rank === rank && row.category === category).length > 1
}

/** What decided a tie is told of whoever it put ahead; said of the last of the equals it would be wrong. */
function isAheadOfAnEqual({ rank, total, category, decidedBy }: Row, rows: readonly Row[]): boolean {
  if (rank === null || decidedBy === null) return false
  return rows.some((other) => other.total === total && other.category === category && (other.rank ?? 0) > rank)
}

type Ranked = { readonly rank?: number | null | undefined; readonly category?: string | undefined }

function rankNote({ rank, left }: Pick<Row, 'rank' | 'left'>, shared: boolean, words: HallWords): string {
  if (rank === null) return left === undefined ? words.unranked : words.left[left]
  return shared ? words.sharedRankNote(rank) : ''
}

function barsOf(hall: Hall, row: Row): Bar[] {
  const stage = hall.stage(row.stage)
  const rounds = stage?.rounds ?? []
  // A longer bar must never be the worse one, and the bar of an only round would say what the total says.
  if (stage?.lowerWins || rounds.length < 2) return []
  return rounds.flatMap((round) => {
    const score = row.rounds[round]
    const maximum = hall.round(round)?.maximum
    if (score === undefined || maximum === undefined) return []
    return [{ round, share: score === null ? null : shareOf(score, maximum) }]
  })
}

function byRank(a: TableRow, b: TableRow): number {
  return (a.rank ?? LAST) - (b.rank ?? LAST) || (a.rank === undefined ? 0 : a.team.index - b.team.index)
}

function byTotal(a: string | null | undefined, b: string | null | undefined): number {
  if (typeof a !== 'string' || typeof b !== 'string')
    return Number(typeof a !== 'string') - Number(typeof b !== 'string')
  return compareDecimals(b, a)
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
