/** The totals sheet of a round as rows: teams in running order, one cell a judge, and the score as it stands. */

import { sheetTotal } from '@bang-diem/shared/scoring/sheet-total.ts'
import type { LiveScoreEntry } from '@bang-diem/shared/views/desk-entries.ts'
import type { Records } from '../../model/records.svelte.ts'
import type { Roster } from '../../model/roster.svelte.ts'

/** What a judge's sheet of a team is, as one cell shows it. `missing` is waited for; `later` is not asked for yet. */
export type Cell =
  | { readonly kind: 'sheet'; readonly total: string | null; readonly fromPaper: boolean; readonly reopened: boolean }
  | { readonly kind: 'excused'; readonly reason: string }
  | { readonly kind: 'missing' | 'later' }

export interface ScoreRow {
  readonly team: string
  readonly cells: readonly { readonly judge: string; readonly cell: Cell }[]
  readonly tallies: readonly {
    readonly criterion: string
    readonly points: string | undefined
    readonly missing: boolean
  }[]
  /** What the points are multiplied by; undefined until it is recorded. */
  readonly factor: string | undefined
  readonly factorMissing: boolean
  readonly seconds: number | undefined
  readonly timeMissing: boolean
  readonly score: LiveScoreEntry | undefined
  /** How a team left, if it did. */
  readonly left: { readonly disqualified: boolean } | undefined
}

export class RoundRows {
  readonly #roster: Roster
  readonly #records: Records
  readonly #round: string
  /** The judges of this round: all who gave, were excused from, or still owe a sheet. */
  readonly judges: readonly string[] = $derived.by(() => this.#panel())
  readonly form = $derived.by(() => this.#records.form(this.#round))
  readonly tallied = $derived(this.form?.criteria.filter((criterion) => criterion.scoredBy === 'secretary') ?? [])
  readonly rows: readonly ScoreRow[] = $derived.by(() =>
    (this.#records.order(this.#round) ?? []).map((team) => this.#row(team)),
  )

  constructor(round: string, records: Records, roster: Roster) {
    this.#round = round
    this.#records = records
    this.#roster = roster
  }

  #panel(): string[] {
    const stage = this.#roster.roundCard(this.#round)?.stage ?? ''
    const owing = this.#records.ready(stage)?.missing.filter(({ round }) => round === this.#round) ?? []
    const known = new Set(owing.flatMap(({ judges }) => judges))
    const teams = this.#records.order(this.#round) ?? []
    const has = (judge: string) => known.has(judge) || teams.some((team) => this.#spoke(team, judge))
    return this.#roster.judges.map(({ id }) => id).filter(has)
  }

  #spoke(team: string, judge: string): boolean {
    return (
      this.#records.sheet(this.#round, team, judge) !== undefined ||
      this.#records.excused(this.#round, team, judge) !== undefined
    )
  }

  #row(team: string): ScoreRow {
    const missing = this.#records.missing(this.#round, team)
    return {
      team,
      cells: this.judges.map((judge) => ({ judge, cell: this.cell(team, judge) })),
      tallies: this.tallied.map(({ id }) => ({
        criterion: id,
        points: this.#records.tally(this.#round, team, id),
        missing: missing?.criteria.includes(id) ?? false,
      })),
      factor: this.#records.factor(this.#round, team),
      factorMissing: missing?.factor ?? false,
      seconds: this.#records.seconds(this.#round, team),
      timeMissing: missing?.time ?? false,
      score: this.#records.liveScore(this.#round, team),
      left: this.#records.withdrawn(team),
    }
  }

  cell(team: string, judge: string): Cell {
    const reason = this.#records.excused(this.#round, team, judge)
    if (reason !== undefined) return { kind: 'excused', reason }
    const sheet = this.#records.sheet(this.#round, team, judge)
    if (sheet) {
      const total = sheetTotal(sheet.marks, this.form?.criteria ?? [])
      return { kind: 'sheet', total, fromPaper: sheet.fromPaper, reopened: sheet.status === 'reopened' }
    }
    return { kind: this.#records.missing(this.#round, team)?.judges.includes(judge) ? 'missing' : 'later' }
  }
}
