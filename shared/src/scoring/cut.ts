/**
 * Who comes on from a certified table: the best of all or of each category, then the best of those left over (SPEC S-58, S-59). Equal teams
 * across the cut are named and never parted here.
 */
import { compare, parseDecimal } from './exact.ts'

/** A certified row, as far as the cut looks at it. */
export type CutRow = {
  readonly team: string
  readonly category: string | null
  readonly rank: number
  /** As shown. */
  readonly total: string
}

export type CutRules = {
  readonly best: number
  readonly perGroup: boolean
  readonly andBestOthers: number
  readonly onTie: 'decide' | 'all'
  /** The lower total is the better one. */
  readonly lowerWins: boolean
}

/** Equal teams across the cut, and how many of them come on. */
export type TiedCut = { readonly teams: readonly string[]; readonly places: number }

export type Cut = {
  /** In the order in which they come on. */
  readonly certain: readonly string[]
  readonly tied: readonly TiedCut[]
}

/** `decided` answers the order that was given to exactly these equal teams, best first, or `null`. */
export function cut(
  rows: readonly CutRow[],
  rules: CutRules,
  decided: (teams: readonly string[]) => readonly string[] | null,
): Cut {
  const pools = rules.perGroup ? poolsOf(rows) : [rows]
  const first = pools.map((pool) => take(inOrder(pool, rules), rules.best, rules, decided))
  const certain = first.flatMap((part) => part.certain)
  const tied = first.flatMap((part) => part.tied)
  // Who loses a tie competes for the places of the others: these can be told only when the first ones are.
  if (rules.andBestOthers === 0 || tied.length > 0) return { certain, tied }
  const left = rows.filter(({ team }) => !certain.includes(team))
  const others = take(byTotals(left, rules), rules.andBestOthers, rules, decided)
  return { certain: [...certain, ...others.certain], tied: others.tied }
}

function poolsOf(rows: readonly CutRow[]): (readonly CutRow[])[] {
  const pools = new Map<string | null, CutRow[]>()
  for (const row of rows) {
    const own = pools.get(row.category)
    if (own === undefined) pools.set(row.category, [row])
    else own.push(row)
  }
  return [...pools.values()]
}

/** Places tell the order of teams that were ranked together; of several groups only totals can be compared. */
function inOrder(pool: readonly CutRow[], rules: CutRules): string[][] {
  const isOneRanking = pool.every(({ category }) => category === pool[0]?.category)
  return isOneRanking ? runsOf(pool, ({ rank }) => rank) : byTotals(pool, rules)
}

function byTotals(rows: readonly CutRow[], { lowerWins }: CutRules): string[][] {
  const direction = lowerWins ? 1 : -1
  const sorted = [...rows].sort((a, b) => direction * compare(parseDecimal(a.total), parseDecimal(b.total)))
  return runsOf(sorted, ({ total }) => total)
}

/** Neighbours that are equal; the rows come best first. */
function runsOf(rows: readonly CutRow[], by: (row: CutRow) => unknown): string[][] {
  const runs: { readonly key: unknown; readonly teams: string[] }[] = []
  for (const row of rows) {
    const key = by(row)
    const last = runs.at(-1)
    if (last !== undefined && last.key === key) last.teams.push(row.team)
    else runs.push({ key, teams: [row.team] })
  }
  return runs.map(({ teams }) => teams)
}

function take(
  runs: readonly (readonly string[])[],
  places: number,
  { onTie }: CutRules,
  decided: (teams: readonly string[]) => readonly string[] | null,
): Cut {
  const certain: string[] = []
  for (const teams of runs) {
    const room = places - certain.length
    if (room <= 0) break
    if (teams.length <= room || onTie === 'all') certain.push(...teams)
    else {
      const order = decided(teams)
      if (order === null) return { certain, tied: [{ teams, places: room }] }
      certain.push(...order.slice(0, room))
    }
  }
  return { certain, tied: [] }
}
