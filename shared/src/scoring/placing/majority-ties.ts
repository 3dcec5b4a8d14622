/**
 * SPEC S-48: teams with equal totals of places, parted by their round places and then by all marks; rules 10 and 11 of the skating system.
 * What parts them is told; what does not is not.
 */
import { add, compare, type Exact, whole, ZERO } from '../exact.ts'
import type { DecidedBy, Entry } from '../results.ts'
import type { Separate } from '../separated.ts'
import { byMajority, majorityOf, type Stand, standIn } from './by-majority.ts'
import type { FiguresByRound } from './figures.ts'
import type { RanksInRound } from './given-ranks.ts'

/** One round alone has no further rule: who is equal in it stays equal. */
export function overRounds(ranks: ReadonlyMap<string, RanksInRound>, figures: FiguresByRound): Separate | null {
  if (ranks.size < 2) return null
  const race: Race = {
    placesOf: ({ team }) => [...figures.values()].flatMap((inRound) => inRound.get(team)?.exact ?? []),
    marksOf: ({ team }) => [...ranks.values()].flatMap((inRound) => inRound.get(team) ?? []).map(({ rank }) => rank),
    judges: [...ranks.values()].reduce((count, inRound) => count + judgesIn(inRound), 0),
    last: Math.max(...[...ranks.values()].map((inRound) => inRound.size)),
  }
  return (equals, place) => {
    const traces = new Map<string, DecidedBy[]>(equals.map(({ team }) => [team, []]))
    return { groups: inOrder(equals, place, race, traces), traces, undecided: [] }
  }
}

interface Race {
  readonly placesOf: (entry: Entry) => readonly Exact[]
  /** All marks of all rounds. */
  readonly marksOf: (entry: Entry) => readonly Exact[]
  /** Of all rounds together; one who marks in two rounds counts twice. */
  readonly judges: number
  /** The last column: as many as there are teams. */
  readonly last: number
}

type Traces = ReadonlyMap<string, DecidedBy[]>

function judgesIn(ranks: RanksInRound): number {
  return new Set([...ranks.values()].flatMap((given) => given.map(({ judge }) => judge))).size
}

/** Best first. Who is equal by rounds settles the next places among themselves before anybody else competes for one. */
function inOrder(teams: readonly Entry[], place: number, race: Race, traces: Traces): (readonly Entry[])[] {
  if (teams.length < 2) return teams.length === 0 ? [] : [teams]
  const byRounds = new Map(teams.map((entry) => [entry, within(race.placesOf(entry), place)]))
  const best = bestOf(teams, byRounds)
  if (best.length < teams.length) tell(traces, 'majority-rounds', teams, byRounds)
  const others = teams.filter((entry) => !best.includes(entry))
  const settled = best.length === 1 ? [best] : byAllMarks(best, place, race, traces)
  return [...settled, ...inOrder(others, place + best.length, race, traces)]
}

/** All marks of all rounds as those of one round, from the place on that is competed for; who is left begins again with the rounds. */
function byAllMarks(equals: readonly Entry[], place: number, race: Race, traces: Traces): (readonly Entry[])[] {
  const marks = new Map(equals.map((entry) => [entry, race.marksOf(entry)]))
  const [best = equals] = byMajority(equals, { marks, majority: majorityOf(race.judges), last: race.last }, place)
  if (best.length === equals.length) return [equals]
  tell(traces, 'majority-marks', equals, new Map(equals.map((entry) => [entry, standIn(marks, entry, place)])))
  const left = equals.filter((entry) => !best.includes(entry))
  return [best, ...inOrder(left, place + best.length, race, traces)]
}

function within(places: readonly Exact[], place: number): Stand {
  const limit = whole(place)
  const good = places.filter((each) => compare(each, limit) <= 0)
  return { count: good.length, sum: good.reduce(add, ZERO) }
}

function bestOf(teams: readonly Entry[], stands: ReadonlyMap<Entry, Stand>): readonly Entry[] {
  const standOf = (entry: Entry): Stand => stands.get(entry) ?? { count: 0, sum: ZERO }
  const better = (a: Stand, b: Stand) => b.count - a.count || compare(a.sum, b.sum)
  const [first] = teams.map(standOf).sort(better)
  return first === undefined ? [] : teams.filter((entry) => better(first, standOf(entry)) === 0)
}

/** The figure of a step is how many places or marks were good enough. */
function tell(traces: Traces, rule: string, among: readonly Entry[], stands: ReadonlyMap<Entry, Stand>): void {
  const base = { rule, round: null, criterion: null, question: null, reason: null }
  const named = among.map(({ team }) => team)
  for (const entry of among) {
    const count = String(stands.get(entry)?.count ?? 0)
    traces.get(entry.team)?.push({ ...base, exact: count, shown: count, among: named })
  }
}
