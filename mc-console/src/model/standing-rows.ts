/**
 * The rows of a stage's working table, so written that they cannot be misread: a total that still waits for something is no total,
 * and while one such team has been ranked by what it has so far, nobody's rank is shown. It adds nothing up and ranks nobody.
 */
import type { LiveRowEntry } from '@bang-diem/shared/views/desk-entries.ts'

type LiveRow = LiveRowEntry & { readonly team: string }

/** What a team has in a round: points that stand, points that still wait for a sheet, a tally or a time, or nothing yet. */
export type RoundStanding = 'complete' | 'missing' | 'later'

export interface StandingRow {
  readonly team: string
  /** The group or category that the team is ranked in. */
  readonly category: string | undefined
  readonly rank: number | null
  readonly total: string | null
  readonly rounds: readonly { readonly round: string; readonly points: string | null; readonly missing: boolean }[]
}

export interface Standing {
  readonly rows: readonly StandingRow[]
  /** The teams for whose sake no rank is shown. */
  readonly waiting: readonly string[]
}

const LAST = Number.MAX_SAFE_INTEGER

/** Best first; `teams`, the definition's order, counts where nothing ranks them. */
export function standing(
  live: readonly LiveRow[],
  teams: readonly string[],
  rounds: readonly string[],
  standingOf: (round: string, team: string) => RoundStanding,
): Standing {
  const waiting = live.filter((row) => !row.complete && row.rank !== null).map((row) => row.team)
  const categories = [...live].sort((a, b) => teams.indexOf(a.team) - teams.indexOf(b.team)).map((row) => row.category)
  const place = (row: LiveRow) => (row.complete ? (row.rank ?? LAST) : LAST)
  const rows = [...live]
    .sort(
      (a, b) =>
        categories.indexOf(a.category) - categories.indexOf(b.category) ||
        place(a) - place(b) ||
        teams.indexOf(a.team) - teams.indexOf(b.team),
    )
    .map((row) => told(row, waiting.length === 0))
  return { rows, waiting }

  function told(row: LiveRow, ranked: boolean): StandingRow {
    return {
      team: row.team,
      category: row.category,
      rank: row.complete && ranked ? row.rank : null,
      total: row.complete ? row.total : null,
      rounds: rounds.map((round) => {
        const state = row.complete ? 'complete' : standingOf(round, row.team)
        const points = state === 'complete' ? (row.rounds[round] ?? null) : null
        return { round, points, missing: state === 'missing' }
      }),
    }
  }
}
