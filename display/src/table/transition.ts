/**
 * A table that changes does one thing at a time: it stands as it was, its totals count up where they stand, then its rows
 * glide. These are the rows to draw meanwhile.
 */
import type { TableRow } from './table-row.ts'

export type Phase = 'before' | 'counting' | 'settled'

export function rowsDuring(phase: Phase, before: readonly TableRow[], rows: readonly TableRow[]): readonly TableRow[] {
  if (phase === 'settled') return rows
  const now = new Map(rows.map((row) => [row.team.id, row]))
  const old = before.filter((row) => now.has(row.team.id))
  const known = new Set(old.map((row) => row.team.id))
  const kept = old.map((row) => (phase === 'before' ? row : { ...row, total: now.get(row.team.id)?.total ?? null }))
  const joined = rows.filter((row) => !known.has(row.team.id))
  // A newcomer has no place in the old order, so until the rows glide it stands at the end of its group without one.
  const sections = [...new Set([...kept, ...joined].map((row) => row.section))]
  const drawn = [
    ...kept,
    ...joined.map((row) => ({
      ...row,
      rank: null,
      note: '',
      leads: false,
      ...(phase === 'before' && { total: null }),
    })),
  ]
  return drawn.sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section))
}

/** Whether there is anything to see on the way: a known table with other totals or another order. */
export function hasChanged(before: readonly TableRow[], rows: readonly TableRow[]): boolean {
  const story = (row: TableRow): string => `${row.team.id} ${row.rank} ${row.total}`
  return before.length > 0 && before.map(story).join() !== rows.map(story).join()
}
