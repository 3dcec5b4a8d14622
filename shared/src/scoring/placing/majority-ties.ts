/** SPEC S-48: teams with equal totals of places, parted by their round places and then by all marks; rules 10 and 11 of the skating system. */
import { add, compare, type Exact, whole, ZERO } from '../exact.ts'
import type { DecidedBy, Entry } from '../results.ts'
import type { Separate } from '../separated.ts'
import { byMajority, majorityOf, standIn } from './by-majority.ts'
import type { FiguresByRound } from './figures.ts'
import type { RanksInRound } from './given-ranks.ts'

type Trace = (teams: readonly Entry[], rule: string, among: readonly Entry[], figure: (team: string) => string) => void

/** One round alone has no further rule: who is equal in it stays equal. */
export function overRounds(ranks: ReadonlyMap<string, RanksInRound>, figures: FiguresByRound): Separate | null {
  if (ranks.size < 2) return null
  const marks = (team: string) =>
    [...ranks.values()].flatMap((inRound) => inRound.get(team) ?? []).map((given) => given.rank)
  const places = (team: string) => [...figures.values()].flatMap((inRound) => inRound.get(team)?.exact ?? [])
  return (equals, place) => {
    const traces = new Map<string, DecidedBy[]>(equals.map(({ team }) => [team, []]))
    const trace: Trace = (teams, rule, among, figure) => {
      const named = among.map(({ team }) => team)
      for (const { team } of teams) {
        const shown = figure(team)
        traces.get(team)?.push({
          rule,
          round: null,
          criterion: null,
          question: null,
          exact: shown,
          shown,
          reason: null,
          among: named,
        })
      }
    }
    const groups: (readonly Entry[])[] = []
    let left = equals
    for (let next = place; left.length > 0; ) {
      const best = nextPlaced(left, next, places, marks, trace)
      groups.push(best)
      left = left.filter((entry) => !best.includes(entry))
      next += best.length
    }
    return { groups, traces, undecided: [] }
  }
}

/** Who gets the next place: one team, or several that nothing parts. */
function nextPlaced(
  left: readonly Entry[],
  place: number,
  places: (team: string) => readonly Exact[],
  marks: (team: string) => readonly Exact[],
  trace: Trace,
): readonly Entry[] {
  if (left.length === 1) return left
  const limit = whole(place)
  const within = new Map(left.map(({ team }) => [team, places(team).filter((each) => compare(each, limit) <= 0)]))
  const byRounds = bestOf(left, ({ team }) => {
    const own = within.get(team) ?? []
    return { count: own.length, sum: own.reduce(add, ZERO) }
  })
  if (byRounds.length < left.length)
    trace(left, 'majority-rounds', left, (team) => String(within.get(team)?.length ?? 0))
  if (byRounds.length === 1) return byRounds
  return byAllMarks(byRounds, place, marks, trace)
}

/** All marks of all rounds as those of one round, from the place on that is competed for. */
function byAllMarks(
  equals: readonly Entry[],
  place: number,
  marksOf: (team: string) => readonly Exact[],
  trace: Trace,
): readonly Entry[] {
  const marks = new Map(equals.map((entry) => [entry, marksOf(entry.team)]))
  const most = Math.max(...[...marks.values()].map((own) => own.length))
  const last = Math.ceil(Math.max(1, ...[...marks.values()].flat().map((mark) => Number(mark.n) / Number(mark.d))))
  const [best = equals] = byMajority(equals, { marks, majority: majorityOf(most), last }, place)
  if (best.length < equals.length) {
    const counts = new Map(equals.map((entry) => [entry.team, standIn(marks, entry, place).count]))
    trace(equals, 'majority-marks', equals, (team) => String(counts.get(team) ?? 0))
  }
  return best
}

function bestOf<Item>(
  items: readonly Item[],
  standOf: (item: Item) => { readonly count: number; readonly sum: Exact },
): readonly Item[] {
  const stands = items.map((item) => ({ item, ...standOf(item) }))
  const better = (a: (typeof stands)[number], b: (typeof stands)[number]) => b.count - a.count || compare(a.sum, b.sum)
  const [first] = [...stands].sort(better)
  return first === undefined ? [] : stands.filter((stand) => better(first, stand) === 0).map(({ item }) => item)
}
