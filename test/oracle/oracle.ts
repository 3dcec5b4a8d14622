/**
 * A second scoring engine, made from SPEC.md alone: slow, direct and differently built, so that a mistake of the real one
 * shows as a difference. Of the real one it knows only the input types. It never serves a contest.
 */
import type { Contest, Entrant, Note } from './contest.ts'
import { comparable, type Field, fieldOf, judgesOf, judgesRanks, type Scores } from './field.ts'
import { overRounds } from './majority.ts'
import { fractionText, type Num, same } from './numbers.ts'
import { type Score, scoreOf } from './one-score.ts'
import { placesOf } from './places.ts'
import { betterFirst, partedBy } from './ranks.ts'
import { parted, type Waiting } from './ties.ts'
import { figuresOf, totalOf } from './totals.ts'

export type Figure = { readonly exact: string; readonly shown: string }

export type Answer = {
  /** By round, then by team. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, Figure | null>>
  /** By team. */
  readonly rows: ReadonlyMap<string, { readonly rank: number | null; readonly total: Figure | null }>
  /** By category, the best first. */
  readonly undecided: ReadonlyMap<string | null, readonly Waiting[]>
}

function scoresOf(contest: Contest, tools: { places: Field['places']; note: Note }): Scores {
  const scores = new Map<string, Map<string, Score | null>>()
  for (const round of contest.rules.rounds) {
    const ofRound = new Map<string, Score | null>()
    for (const { team } of contest.entrants) {
      const input = contest.inputs[round.id]?.[team] ?? null
      ofRound.set(team, input ? scoreOf(round, tools.places, input, tools.note) : null)
    }
    scores.set(round.id, ofRound)
  }
  return scores
}

/** Teams with equal totals once more, where the method itself looks further (SPEC S-48). */
function withinEquals(
  field: Field,
  equals: readonly string[],
  next: number,
  figures: ReadonlyMap<string, ReadonlyMap<string, Num>>,
): (readonly string[])[] {
  if (field.rules.placing.method !== 'majority' || field.rounds.length < 2 || equals.length < 2) return [equals]
  const marks = new Map(
    equals.map((team) => [
      team,
      field.rounds.flatMap(({ id }) => judgesRanks(field, id, team, 'average').map(({ rank }) => rank)),
    ]),
  )
  // Who was excused from one team is still a judge of the round (S-47).
  let judges = 0
  for (const { id } of field.rounds) judges += judgesOf(field, id).length
  return overRounds(equals, next, {
    placesOf: (team) => field.rounds.flatMap(({ id }) => figures.get(id)?.get(team) ?? []),
    allMarks: { marksOf: (team) => marks.get(team) ?? [], judges, lastColumn: field.teams.length },
    note: field.note,
  })
}

function lowerWins({ rules: { placing } }: Field): boolean {
  return placing.method === 'placings' || placing.method === 'majority'
}

/** Whether comparing exactly, or as rounded, makes a difference to this group. */
function noteCompare(field: Field, totals: ReadonlyMap<string, Num>, equals: readonly string[]): void {
  const own = equals.flatMap((team) => totals.get(team) ?? [])
  const [first] = own
  if (first === undefined) return
  if (own.some((total) => !same(total, first))) field.note('equal only as rounded')
  const asRounded = (total: Num) => field.places.roundedAt('total', total)
  const alike = [...totals.values()].filter((total) => same(asRounded(total), asRounded(first)))
  if (alike.length > own.length) field.note('different only exactly')
}

/** The teams that have a total, best first, equals together. */
function orderOf(field: Field, totals: ReadonlyMap<string, Num>, waiting: Waiting[]): (readonly string[])[] {
  const figures = new Map(field.rounds.map((round) => [round.id, figuresOf(field, round)]))
  const compare = betterFirst(lowerWins(field) ? 'lower' : 'higher')
  const byTotal = partedBy([...totals.keys()], (a, b) => {
    const [ofA, ofB] = [totals.get(a), totals.get(b)]
    return ofA && ofB ? compare(comparable(field, ofA), comparable(field, ofB)) : 0
  })
  const order: (readonly string[])[] = []
  for (const equals of byTotal) {
    if (equals.length > 1) field.note('equal totals')
    if (byTotal.length > 1) noteCompare(field, totals, equals)
    const next = 1 + order.flat().length
    for (const group of withinEquals(field, equals, next, figures)) {
      order.push(...parted(field, group, field.rules.tieBreaks, waiting))
    }
  }
  return order
}

function totalsIn(field: Field): Map<string, Num> {
  const figures = new Map(field.rounds.map((round) => [round.id, figuresOf(field, round)]))
  const totals = new Map<string, Num>()
  for (const entrant of field.entrants) {
    const total = totalOf(field, entrant, figures)
    if (total) totals.set(entrant.team, total)
  }
  field.note(`placing ${field.rules.placing.method}`)
  return totals
}

function ranksBy(field: Field, order: readonly (readonly string[])[]): Map<string, number> {
  const ranks = new Map<string, number>()
  order.forEach((equals, index) => {
    const before = field.rules.ranking === 'dense' ? index : order.slice(0, index).flat().length
    if (equals.length > 1 && index < order.length - 1) field.note(`shared place, ${field.rules.ranking}`)
    for (const team of equals) ranks.set(team, before + 1)
  })
  return ranks
}

type Row = { rank: number | null; total: Figure | null }

function rowsOf(field: Field, waiting: Waiting[]): Map<string, Row> {
  const totals = totalsIn(field)
  const ranks = ranksBy(field, orderOf(field, totals, waiting))
  const rows = new Map<string, Row>()
  for (const team of field.teams) {
    const total = totals.get(team)
    if (!total) field.note('no total')
    const figure = total ? { exact: fractionText(total), shown: field.places.writtenAt('total', total) } : null
    rows.set(team, { rank: ranks.get(team) ?? null, total: figure })
  }
  return rows
}

function byCategory(entrants: readonly Entrant[]): Map<string | null, Entrant[]> {
  const fields = new Map<string | null, Entrant[]>()
  for (const entrant of entrants) fields.set(entrant.category, [...(fields.get(entrant.category) ?? []), entrant])
  return fields
}

export function answerOf(contest: Contest, note: Note): Answer {
  const tools = { places: placesOf(contest.rules.rounding, note), note }
  const scores = scoresOf(contest, tools)
  const rows = new Map<string, Row>()
  const undecided = new Map<string | null, Waiting[]>()
  const fields = byCategory(contest.entrants)
  if (fields.size > 1) note('categories')
  for (const [category, entrants] of fields) {
    const waiting: Waiting[] = []
    for (const [team, row] of rowsOf(fieldOf(contest, entrants, scores, tools), waiting)) rows.set(team, row)
    undecided.set(category, waiting)
  }
  const shownScores = [...scores].map(([round, ofRound]): [string, Map<string, Figure | null>] => [
    round,
    new Map(
      [...ofRound].map(([team, score]) => [team, score && { exact: fractionText(score.score), shown: score.shown }]),
    ),
  ])
  return { scores: new Map(shownScores), rows, undecided }
}
