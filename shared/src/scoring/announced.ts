/**
 * What a reveal freezes: plain JSON with decimal strings as they are announced. Judges' names and marks are never in it.
 */
import type { Adjustment, DecidedBy, RoundScore, StandingRow } from './results.ts'

export type AnnouncedLine = {
  readonly source: Adjustment['source']
  readonly points: string
  readonly reason: string
  readonly seconds: number | null
}

export type AnnouncedScore = {
  readonly round: string
  readonly score: string
  readonly deductions: readonly AnnouncedLine[]
  readonly bonuses: readonly AnnouncedLine[]
}

export type AnnouncedRow = {
  readonly team: string
  readonly rank: number | null
  readonly total: string | null
  readonly decidedBy: Pick<DecidedBy, 'rule' | 'round' | 'criterion' | 'shown' | 'reason'> | null
}

export function announcedScore({ round, shown: score, deductions, bonuses }: RoundScore): AnnouncedScore {
  return { round, score, deductions: deductions.map(announcedLine), bonuses: bonuses.map(announcedLine) }
}

export function announcedRow({ team, rank, total, decidedBy }: StandingRow): AnnouncedRow {
  return {
    team,
    rank,
    total: total?.shown ?? null,
    decidedBy: decidedBy === null ? null : announcedDecision(decidedBy),
  }
}

function announcedLine({ source, shown: points, reason, seconds }: Adjustment): AnnouncedLine {
  return { source, points, reason, seconds }
}

function announcedDecision({ rule, round, criterion, shown, reason }: DecidedBy): AnnouncedRow['decidedBy'] {
  return { rule, round, criterion, shown, reason }
}
