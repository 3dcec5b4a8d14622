/**
 * SPEC S-47: an order of teams from the marks that each of them got, by majorities; rules 5 to 8 of the skating system. It knows neither
 * rounds nor totals.
 */
import { add, compare, type Exact, whole, ZERO } from '../exact.ts'

/** The marks (ranks, 1 is the best) that each team got. */
export type Marks<Team> = ReadonlyMap<Team, readonly Exact[]>

export interface Stand {
  /** How many marks stand in the column or in a better one. */
  readonly count: number
  readonly sum: Exact
}

interface Scope<Team> {
  readonly marks: Marks<Team>
  readonly majority: number
  /** The last column. */
  readonly last: number
}

/** More than half. */
export function majorityOf(count: number): number {
  return Math.floor(count / 2) + 1
}

/** Best first; teams in one group are equal. Columns are looked at from `first` to `last`. */
export function byMajority<Team>(teams: readonly Team[], scope: Scope<Team>, first = 1): (readonly Team[])[] {
  const groups: (readonly Team[])[] = []
  let left = teams
  for (let column = first; column <= scope.last && left.length > 0; column += 1) {
    const reached = left.filter((team) => standIn(scope.marks, team, column).count >= scope.majority)
    if (reached.length === 0) continue
    groups.push(...inColumn(reached, scope, column))
    left = left.filter((team) => !reached.includes(team))
  }
  return left.length === 0 ? groups : [...groups, left]
}

/** Teams that all have a majority there, parted in that column and, where they are equal in it, in the next ones. */
function inColumn<Team>(teams: readonly Team[], scope: Scope<Team>, column: number): (readonly Team[])[] {
  if (teams.length < 2 || column > scope.last) return [teams]
  const stands = teams.map((team) => ({ team, ...standIn(scope.marks, team, column) })).sort((a, b) => better(a, b))
  const groups: { readonly stand: Stand; readonly teams: Team[] }[] = []
  for (const { team, ...stand } of stands) {
    const before = groups.at(-1)
    if (before !== undefined && better(before.stand, stand) === 0) before.teams.push(team)
    else groups.push({ stand, teams: [team] })
  }
  return groups.flatMap((group) => inColumn(group.teams, scope, column + 1))
}

function better(a: Stand, b: Stand): number {
  return b.count - a.count || compare(a.sum, b.sum)
}

/** The marks of a team that are as good as the column or better. */
export function standIn<Team>(marks: Marks<Team>, team: Team, column: number): Stand {
  const limit = whole(column)
  const within = (marks.get(team) ?? []).filter((mark) => compare(mark, limit) <= 0)
  return { count: within.length, sum: within.reduce(add, ZERO) }
}
