/**
 * The rows of a stage's working table, so written that they cannot be misread: a total that still waits for something is no total,
 * and while one such team has been ranked by what it has so far, nobody's rank is shown. It adds nothing up and ranks nobody.
 */
import type { LiveRowEntry } from '@bang-diem/shared/views/entries.ts'

type LiveRow = LiveRowEntry & { readonly team: string }

/** What a team has in a round: points that stand, points that still wait for a sheet, a tally or a time, or nothing yet. */
export type RoundStanding = 'complete' | 'missing' | 'later'

export interface StandingRow {
  readonly team: string
  readonly rank: number | null
  readonly total: string | null
  readonly complete: boolean
  readonly rounds: readonly { readonly round: string; readonly points: string | null; readonly missing: boolean }[]
}

export interface Standing {
  readonly rows: readonly StandingRow[]
  /** The teams for whose sake no rank is shown. */
  readonly waiting: readonly string[]
}

export function standing(
  live: readonly LiveRow[],
  rounds: readonly string[],
  standingOf: (round: string, team: string) => RoundStanding,
): Standing {
  const waiting = live.filter((row) => !row.complete && row.rank !== null).map((row) => row.team)
  const rows = live.map(
    (row): StandingRow => ({
      team: row.team,
      rank: row.complete && waiting.length === 0 ? row.rank : null,
      total: row.complete ? row.total : null,
      complete: row.complete,
      rounds: rounds.map((round) => {
        const state = row.complete ? 'complete' : standingOf(round, row.team)
        return {
          round,
          points: state === 'complete' ? (row.rounds[round] ?? null) : null,
          missing: state === 'missing',
        }
      }),
    }),
  )
  return { rows: rows.sort((a, b) => Number(b.complete) - Number(a.complete)), waiting }
}
