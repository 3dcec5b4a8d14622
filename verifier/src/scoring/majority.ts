/**
 * The majority system by literally counting marks: SPEC S-47, S-48. Each column is looked at for each team again, and
 * nothing that was counted is kept. It never looks at scores.
 */
import type { Note } from './contest.ts'
import { meanOf, type Num, num, order, sumOf } from './numbers.ts'
import { partedBy } from './ranks.ts'

/** The marks or places that a team has got. */
export type Got = (team: string) => readonly Num[]

export type Ballot = {
  readonly marksOf: Got
  /** A team needs more than half of so many marks. */
  readonly judges: number
  readonly lastColumn: number
}

function asGoodAs(column: number, marks: readonly Num[]): Num[] {
  return marks.filter((mark) => order(mark, num(column)) <= 0)
}

/** More of them first; of as many, the lower sum. */
function byMarks(got: Got, column: number) {
  return (a: string, b: string) => {
    const ofA = asGoodAs(column, got(a))
    const ofB = asGoodAs(column, got(b))
    return ofB.length - ofA.length || order(sumOf(ofA), sumOf(ofB))
  }
}

/** These alone, from a column on; who is equal in all columns stays together. */
function inColumns(teams: readonly string[], { marksOf, lastColumn }: Ballot, column: number, note: Note): string[][] {
  return partedBy(teams, (a, b) => {
    for (let c = column; c <= lastColumn; c += 1) {
      const difference = byMarks(marksOf, c)(a, b)
      if (difference !== 0 && c > column) note('majority in a later column')
      if (difference !== 0) return difference
    }
    return 0
  })
}

/** The best first. Those who never get a majority come last, together. */
export function byMajority(teams: readonly string[], ballot: Ballot, from: number, note: Note): string[][] {
  const order: string[][] = []
  let left = [...teams]
  for (let column = from; column <= ballot.lastColumn; column += 1) {
    const ready = left.filter((team) => asGoodAs(column, ballot.marksOf(team)).length * 2 > ballot.judges)
    order.push(...inColumns(ready, ballot, column, note))
    left = left.filter((team) => !ready.includes(team))
  }
  if (left.length > 0) {
    note('majority never got')
    order.push(left)
  }
  return order
}

/** Each team's place; equals share the mean of those that they take up. */
export function placesBy(order: readonly (readonly string[])[]): Map<string, Num> {
  const places = new Map<string, Num>()
  let next = 1
  for (const equals of order) {
    const shared = meanOf(equals.map((_, index) => num(next + index)))
    for (const team of equals) places.set(team, shared)
    next += equals.length
  }
  return places
}

type Race = {
  readonly placesOf: Got
  readonly allMarks: Ballot
  readonly note: Note
  /** Told of each rule that parted these teams. */
  readonly told: (rule: 'majority-rounds' | 'majority-marks', teams: readonly string[]) => void
}

/**
 * Teams with equal totals, competing for the place `next`. Whoever stays behind begins again with the rounds: first those
 * who were equal by rounds, then the others (so it is in Dawson's example N).
 */
export function overRounds(teams: readonly string[], next: number, race: Race): string[][] {
  const { placesOf, allMarks, note, told } = race
  if (teams.length < 2) return teams.length === 0 ? [] : [[...teams]]
  const first = partedBy(teams, byMarks(placesOf, next))[0] ?? []
  if (first.length < teams.length) told('majority-rounds', teams)
  const best = first.length > 1 ? (byMajority(first, allMarks, next, note)[0] ?? []) : first
  if (first.length < teams.length) note('majority: equal totals by rounds')
  if (best.length < first.length) {
    note('majority: equal totals by all marks')
    told('majority-marks', first)
  }
  const equalByRounds = first.filter((team) => !best.includes(team))
  const others = teams.filter((team) => !first.includes(team))
  return [
    [...best],
    ...overRounds(equalByRounds, next + best.length, race),
    ...overRounds(others, next + first.length, race),
  ]
}
