/**
 * Who wins what, from a table that was worked out: SPEC S-60 to S-66. Places are found by counting the teams that stand before; it never
 * trusts a table that was certified.
 */
import type { Answer, Row } from './scoring/answer.ts'
import { type Num, num, order, over, times } from './scoring/numbers.ts'
import type { Award } from './scoring/rules.ts'

export type Winners = {
  readonly award: Award
  /** Of the main list, of which a team has one at most (SPEC S-66). */
  readonly isMain: boolean
  readonly teams: readonly string[]
}

type Standing = {
  readonly answer: Answer
  /** Those with a rank. */
  readonly ranked: readonly Row[]
  /** Of the main list so far. */
  readonly taken: readonly string[]
  readonly picked: readonly string[]
}

export function winnersOf(
  awards: readonly Award[],
  answer: Answer,
  pickedFor: (award: string) => readonly string[],
): Winners[] {
  const ranked = answer.rows.filter(({ rank }) => rank !== null)
  const taken: string[] = []
  return awards.map((award) => {
    const isMain = award.by !== 'best' && award.by !== 'picked'
    const teams = teamsOf(award, { answer, ranked, taken: [...taken], picked: pickedFor(award.id) })
    if (isMain) taken.push(...teams)
    return { award, isMain, teams }
  })
}

function teamsOf(award: Award, standing: Standing): string[] {
  const free = standing.ranked.filter(({ team }) => !standing.taken.includes(team))
  switch (award.by) {
    case 'places':
      return inEach(standing.ranked, (own) => byPlaces(own, free, award.places))
    case 'band':
      return free.filter((row) => isWithin(standing.answer, row, award)).map(({ team }) => team)
    case 'quota':
      return inEach(standing.ranked, (own) => byQuota(own, free, award.percent))
    case 'others':
      return free.map(({ team }) => team)
    case 'best':
      return bestIn(standing, award.round, award.criterion)
    case 'picked':
      return [...standing.picked]
  }
}

/** Category after category, as they come in the table. */
function inEach(ranked: readonly Row[], winners: (own: readonly Row[]) => string[]): string[] {
  const categories = [...new Set(ranked.map(({ category }) => category))]
  return categories.flatMap((category) => winners(ranked.filter((row) => row.category === category)))
}

/** Counted by teams, whatever the way of counting ranks. */
function positionIn(own: readonly Row[], { rank }: Row): number {
  return 1 + own.filter((other) => (other.rank ?? 0) < (rank ?? 0)).length
}

function byPlaces(own: readonly Row[], free: readonly Row[], places: number): string[] {
  const left = own.filter((row) => free.includes(row))
  const [first] = left
  if (first === undefined) return []
  const last = positionIn(own, first) + places - 1
  return left.filter((row) => positionIn(own, row) <= last).map(({ team }) => team)
}

function isWithin({ places }: Answer, { total }: Row, { from, to }: Extract<Award, { by: 'band' }>): boolean {
  if (total === null) return false
  const shown = num(places.writtenAt('total', total.exact))
  return order(shown, num(from)) >= 0 && (to === undefined || order(shown, num(to)) <= 0)
}

/** As many as the share of the teams holds; equals across the edge stay outside. */
function byQuota(own: readonly Row[], free: readonly Row[], percent: string): string[] {
  const share = over(times(num(percent), num(own.length)), num(100))
  let room = 0
  while (room < own.length && order(num(room + 1), share) <= 0) room += 1
  const left = own.filter((row) => free.includes(row))
  return left
    .filter((row) => left.filter((other) => (other.rank ?? 0) <= (row.rank ?? 0)).length <= room)
    .map(({ team }) => team)
}

/** The highest as people see it; the order is that of the entrants. */
function bestIn({ answer, ranked }: Standing, round: string, criterion: string | undefined): string[] {
  const figures = [...(answer.scores.get(round) ?? [])].flatMap(([team, score]): { team: string; seen: Num }[] => {
    const seen = criterion === undefined ? score?.seen : score?.figures.get(criterion)?.seen
    return seen && ranked.some((row) => row.team === team) ? [{ team, seen }] : []
  })
  return figures.filter(({ seen }) => figures.every((other) => order(other.seen, seen) <= 0)).map(({ team }) => team)
}
