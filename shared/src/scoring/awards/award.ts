/** What an award is: a certified table in, the teams that win it out. */
import * as v from 'valibot'
import type { Entry, StandingRow } from '../results.ts'
import type { RoundRules } from '../types.ts'

export type AwardInput = {
  /** Of all categories, each best first. */
  readonly rows: readonly StandingRow[]
  readonly entries: readonly Entry[]
  readonly rounds: readonly RoundRules[]
  /** Teams that an earlier award of the main list has gone to. */
  readonly taken: ReadonlySet<string>
  /** Teams that were picked for this award by hand. */
  readonly picked: readonly string[]
}

export type AwardVerdict = {
  readonly teams: readonly string[]
  /** Equal teams stand across the edge of a quota: none of them was cut, none was let in (SPEC S-62). */
  readonly tiedAtEdge: readonly string[]
}

/** What every award has beside its own rule. */
export const awardEntries = {
  id: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'not-an-id'))),
  title: v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').trim()),
    v.minLength(1, 'too-short'),
    v.maxLength(80, 'too-long'),
  ),
  /** A warning when the winner has another award as well. */
  alone: v.optional(v.boolean(), false),
}

/** The place of a row counted by teams, whatever the stage's way of counting ranks (SPEC S-60). */
export function positionOf(row: StandingRow, rows: readonly StandingRow[]): number | null {
  const { rank } = row
  if (rank === null) return null
  const ahead = rows.filter((other) => other.category === row.category && other.rank !== null && other.rank < rank)
  return ahead.length + 1
}

/** Ranked rows of each category by itself. */
export function byCategory(rows: readonly StandingRow[]): (readonly StandingRow[])[] {
  const categories = new Map<string | null, StandingRow[]>()
  for (const row of rows) {
    if (row.rank === null) continue
    const own = categories.get(row.category)
    if (own === undefined) categories.set(row.category, [row])
    else own.push(row)
  }
  return [...categories.values()]
}

export function toTeams(rows: readonly StandingRow[]): AwardVerdict {
  return { teams: rows.map(({ team }) => team), tiedAtEdge: [] }
}
