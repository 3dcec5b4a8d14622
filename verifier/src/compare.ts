/**
 * A certified table held against the one that was worked out. Scores come first, then totals, then ranks, so that the first difference is where
 * the others come from. It never says who is right.
 */
import { type Difference, type DifferentColumn, difference } from './differences.ts'
import type { AwardRow, TableRow } from './reveals.ts'

type Table = { readonly rows: readonly TableRow[]; readonly awards: readonly AwardRow[] }

/** One figure of a row, as text. */
type Reading = (row: TableRow) => string | null

type Read = { readonly column: DifferentColumn; readonly round: string | null; readonly of: Reading }

/** The columns of a table, in the order in which one follows from the other. */
function columnsOf(rounds: readonly string[]): Read[] {
  const plain = (column: DifferentColumn, of: Reading): Read => ({ column, round: null, of })
  return [
    plain('left', ({ left }) => left ?? null),
    plain('category', ({ category }) => category ?? null),
    ...rounds.map((round): Read => ({ column: 'round', round, of: (row) => row.rounds[round] ?? null })),
    plain('total', ({ total }) => total),
    plain('rank', ({ rank }) => (rank === null ? null : String(rank))),
    plain('decided-by', ({ decidedBy }) => decidedBy && decidedByText(decidedBy)),
    plain('award', ({ award }) => award ?? null),
  ]
}

function decidedByText({ rule, round, criterion, question, reason }: NonNullable<TableRow['decidedBy']>): string {
  return [rule, round, criterion, question, reason].filter((part) => part !== undefined).join(' · ')
}

/** Every difference between the tables of a stage; `number` is the commit that certified it. */
export function tableDifferences(
  { number, stage }: { readonly number: number; readonly stage: string },
  certified: Table,
  worked: Table,
): Difference[] {
  const place = { number, stage, kind: 'certified' } as const
  const own = new Map(worked.rows.map((row) => [row.team, row]))
  const there = new Map(certified.rows.map((row) => [row.team, row]))
  const missing = worked.rows.filter(({ team }) => !there.has(team))
  const firstOf = (team: string) => certified.rows.findIndex((row) => row.team === team)
  const surplus = certified.rows.filter(({ team }, index) => !own.has(team) || firstOf(team) !== index)
  const rounds = new Set([...worked.rows, ...certified.rows].flatMap((row) => Object.keys(row.rounds)))
  const figures = columnsOf([...rounds]).flatMap(({ column, round, of }) =>
    certified.rows.flatMap((row): Difference[] => {
      const other = own.get(row.team)
      if (other === undefined || of(row) === of(other)) return []
      return [difference(place, { team: row.team, column, round, found: of(row), worked: of(other) })]
    }),
  )
  return [
    ...missing.map(({ team }) => difference(place, { team, column: 'row', worked: team })),
    ...surplus.map(({ team }) => difference(place, { team, column: 'row', found: team })),
    ...figures,
    ...orderDifferences(place, certified.rows, worked.rows),
    ...awardDifferences(place, certified.awards, worked.awards),
    ...formDifferences(place, certified.rows),
  ]
}

type Place = Parameters<typeof difference>[0]

/** Places in the list, told only where all teams are there. */
function orderDifferences(place: Place, certified: readonly TableRow[], worked: readonly TableRow[]): Difference[] {
  if (certified.length !== worked.length) return []
  const at = certified.findIndex(({ team }, index) => team !== worked[index]?.team)
  if (at === -1) return []
  const team = certified[at]?.team ?? null
  const workedAt = worked.findIndex((row) => row.team === team)
  return [difference(place, { team, column: 'order', found: String(at + 1), worked: String(workedAt + 1) })]
}

function awardDifferences(place: Place, certified: readonly AwardRow[], worked: readonly AwardRow[]): Difference[] {
  const count = Math.max(certified.length, worked.length)
  return Array.from({ length: count }, (_, index) => index).flatMap((index): Difference[] => {
    const [one, other] = [certified[index], worked[index]]
    if (JSON.stringify(one) === JSON.stringify(other)) return []
    const title = one?.title ?? other?.title ?? null
    const named = (award: AwardRow | undefined) => award?.teams.join(', ') ?? null
    return [difference(place, { column: 'award', award: title, found: named(one), worked: named(other) })]
  })
}

/** A certified row says of itself that it is one, and of which stage. */
function formDifferences(place: Place, rows: readonly TableRow[]): Difference[] {
  const wrong = rows.find((row) => !row.certified || row.stage !== place.stage)
  return wrong ? [difference(place, { team: wrong.team, column: 'row', found: wrong.stage, worked: place.stage })] : []
}
