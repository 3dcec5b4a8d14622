/**
 * Each team's total, from scores or from ranks: SPEC S-22, S-23, S-31, S-41, S-42, S-45 to S-47. It never decides
 * anything between teams with equal totals.
 */
import type { Entrant, RoundRules } from './contest.ts'
import { betterOf, type Field, judgesOf, judgesRanks, ranksOfJudge, ranksOfRound } from './field.ts'
import { byMajority, placesBy } from './majority.ts'
import { meanOf, type Num, num, order, plus, same, sumOf, times, ZERO } from './numbers.ts'
import type { Rank } from './ranks.ts'

/** What the rounds give the teams, by team; no entry where a team has no score. */
export type Figures = ReadonlyMap<string, Num>

type Weighted = { readonly round: string; readonly points: Num }

function majorityFigures(field: Field, round: string): Figures {
  const teams = field.teams.filter((team) => field.scoreIn(round, team) !== null)
  const marksOf = (team: string) => judgesRanks(field, round, team, 'average').map(({ rank }) => rank)
  const marks = new Map(teams.map((team) => [team, marksOf(team)]))
  const judges = judgesOf(field, round).length
  const ballot = { marksOf: (team: string) => marks.get(team) ?? [], judges, lastColumn: field.teams.length }
  return placesBy(byMajority(teams, ballot, 1, field.note))
}

function ranksIn(field: Field, round: string, of: 'judges' | 'rounds', shared: 'average' | 'best'): Rank[] {
  const ranks =
    of === 'rounds'
      ? ranksOfRound(field, round, shared)
      : judgesOf(field, round).flatMap((judge) => ranksOfJudge(field, round, judge, shared))
  if (ranks.some(({ takesUp }) => takesUp.length > 1)) field.note(`shared ranks ${shared} of ${of}`)
  if (ranks.length > 0) field.note(`better ${betterOf(field)} of ${of}`)
  return ranks
}

/** The points of a place in the list; of shared ones the mean, or those of the best. */
function pointsFor({ takesUp }: Rank, list: readonly string[], shared: 'average' | 'best'): Num {
  const points = takesUp.map((place) => num(list[place - 1] ?? '0'))
  return shared === 'best' ? (points[0] ?? ZERO) : meanOf(points)
}

export function figuresOf(field: Field, round: RoundRules): Figures {
  const { placing } = field.rules
  if (placing.method === 'majority') return majorityFigures(field, round.id)
  const figures = new Map<string, Num>()
  if (placing.method === 'total') return figures
  const ranks = ranksIn(field, round.id, placing.of, placing.shared)
  for (const team of field.teams) {
    const own = ranks.filter((rank) => rank.team === team)
    if (field.scoreIn(round.id, team) === null) continue
    const given = own.map((rank) =>
      placing.method === 'placings' ? rank.rank : pointsFor(rank, placing.points, placing.shared),
    )
    const asMean = placing.method === 'placings' && placing.of === 'judges' && placing.combine === 'mean'
    figures.set(team, asMean ? meanOf(given) : sumOf(given))
  }
  return figures
}

/** Of attempts the best that are kept, of equal ones the earlier; `null` where there are too few. */
function kept(field: Field, weighted: readonly Weighted[]): Weighted[] | null {
  let result = [...weighted]
  for (const { rounds, keep } of field.rules.attempts) {
    const counted = field.rounds.filter(({ id }) => rounds.includes(id))
    const own = weighted.filter(({ round }) => rounds.includes(round))
    if (!field.contest.partial && own.length < Math.min(keep, counted.length)) return null
    const passedOver = own.filter((one, index) => {
      const before = own.filter(
        (other, at) => order(other.points, one.points) > 0 || (same(other.points, one.points) && at < index),
      )
      return before.length >= keep
    })
    if (passedOver.length > 0) field.note('attempts')
    result = result.filter((one) => !passedOver.includes(one))
  }
  return result
}

function isMissing(field: Field, team: string): boolean {
  const attempts = field.rules.attempts.flatMap(({ rounds }) => [...rounds])
  return field.rounds.some(({ id }) => !attempts.includes(id) && field.scoreIn(id, team) === null)
}

function withCarried({ rules, note }: Field, own: Num, { carried }: Entrant): Num | null {
  // Where places come from ranks nothing is carried over, and the stage's own weight has nothing to stand beside.
  if (rules.placing.method !== 'total') return own
  if (rules.carryOver.length > 0) note('carry-over')
  let total = times(own, num(rules.ownWeight))
  for (const { stage, weight } of rules.carryOver) {
    const points = carried[stage]
    if (points === undefined) return null
    total = plus(total, times(num(points), num(weight)))
  }
  return total
}

/** A total, unrounded, and the rounds that it is made of. */
export type Total = { readonly exact: Num; readonly counted: readonly string[] }

/** `figures`: by round, what it gives the teams where places come from ranks. */
export function totalOf(field: Field, entrant: Entrant, figures: ReadonlyMap<string, Figures>): Total | null {
  const weighted: Weighted[] = []
  for (const { id, weight } of field.rounds) {
    const score = field.scoreIn(id, entrant.team)
    const figure = field.rules.placing.method === 'total' ? score?.score : figures.get(id)?.get(entrant.team)
    if (score && figure) weighted.push({ round: id, points: times(figure, num(weight)) })
  }
  if (weighted.length === 0) return null
  if (isMissing(field, entrant.team)) {
    if (!field.contest.partial) return null
    field.note('running total')
  }
  const counted = kept(field, weighted)
  if (counted === null) return null
  const exact = withCarried(field, sumOf(counted.map(({ points }) => points)), entrant)
  return exact && { exact, counted: counted.map(({ round }) => round) }
}
