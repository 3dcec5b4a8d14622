/**
 * Who stands where, from what was recorded: a second scoring engine, made from SPEC.md alone, slow, direct and differently built, so that a
 * mistake of the one that serves contests shows as a difference. It knows nothing of that one, and never serves a contest.
 */
import type { Contest, Entrant, Note } from './contest.ts'
import { comparable, type Field, fieldOf, judgesOf, judgesRanks, type Scores } from './field.ts'
import { overRounds } from './majority.ts'
import { type Num, same } from './numbers.ts'
import { type Score, scoreOf } from './one-score.ts'
import type { Parting } from './partings.ts'
import { type Places, placesOf } from './places.ts'
import { betterFirst, partedBy } from './ranks.ts'
import { parted, type Waiting } from './ties.ts'
import { type Figures, figuresOf, type Total, totalOf } from './totals.ts'

export type Row = {
  readonly team: string
  readonly category: string | null
  readonly rank: number | null
  readonly total: Total | null
  /** What each round gives, where places come from ranks; `null` where they come from scores. */
  readonly figures: ReadonlyMap<string, Num> | null
  readonly partings: readonly Parting[]
}

export type Answer = {
  readonly scores: Scores
  /** Category after category, each best first; equals and teams without a rank as they were entered. */
  readonly rows: readonly Row[]
  /** By category, the best first. */
  readonly undecided: ReadonlyMap<string | null, readonly Waiting[]>
  readonly places: Places
}

type FiguresByRound = ReadonlyMap<string, Figures>

function scoresOf(contest: Contest, places: Places, note: Note): Scores {
  const scores = new Map<string, Map<string, Score | null>>()
  for (const round of contest.rules.rounds) {
    const ofRound = new Map<string, Score | null>()
    for (const { team } of contest.entrants) {
      const input = contest.inputs[round.id]?.[team] ?? null
      ofRound.set(team, input ? scoreOf(round, places, input, note) : null)
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
  figures: FiguresByRound,
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
  const none = { round: null, criterion: null, question: null, reason: null, figure: null }
  return overRounds(equals, next, {
    placesOf: (team) => field.rounds.flatMap(({ id }) => figures.get(id)?.get(team) ?? []),
    allMarks: { marksOf: (team) => marks.get(team) ?? [], judges, lastColumn: field.teams.length },
    note: field.note,
    told: (rule, teams) => {
      for (const team of teams) field.partings.add(team, { ...none, rule })
    },
  })
}

function lowerWins({ rules: { placing } }: Field): boolean {
  return placing.method === 'placings' || placing.method === 'majority'
}

/** Whether comparing exactly, or as rounded, makes a difference to this group. */
function noteCompare(field: Field, totals: ReadonlyMap<string, Total>, equals: readonly string[]): void {
  const own = equals.flatMap((team) => totals.get(team)?.exact ?? [])
  const [first] = own
  if (first === undefined) return
  if (own.some((total) => !same(total, first))) field.note('equal only as rounded')
  const asRounded = (total: Num) => field.places.roundedAt('total', total)
  const alike = [...totals.values()].filter(({ exact }) => same(asRounded(exact), asRounded(first)))
  if (alike.length > own.length) field.note('different only exactly')
}

/** The teams that have a total, best first, equals together. */
function orderOf(
  field: Field,
  totals: ReadonlyMap<string, Total>,
  figures: FiguresByRound,
  waiting: Waiting[],
): (readonly string[])[] {
  const compare = betterFirst(lowerWins(field) ? 'lower' : 'higher')
  const compared = new Map([...totals].map(([team, { exact }]) => [team, comparable(field, exact)]))
  const byTotal = partedBy([...totals.keys()], (a, b) => {
    const [ofA, ofB] = [compared.get(a), compared.get(b)]
    return ofA && ofB ? compare(ofA, ofB) : 0
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

function totalsIn(field: Field, figures: FiguresByRound): Map<string, Total> {
  const totals = new Map<string, Total>()
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

function rowsOf(field: Field, category: string | null, waiting: Waiting[]): Row[] {
  const figures = new Map(field.rounds.map((round) => [round.id, figuresOf(field, round)]))
  const totals = totalsIn(field, figures)
  const order = orderOf(field, totals, figures, waiting)
  const ranks = ranksBy(field, order)
  const unranked = field.teams.filter((team) => !ranks.has(team))
  for (const _ of unranked) field.note('no total')
  const isByRanks = field.rules.placing.method !== 'total'
  return [...order.flat(), ...unranked].map((team): Row => {
    const given = [...figures].flatMap(([round, ofTeams]): [string, Num][] => {
      const figure = ofTeams.get(team)
      return figure ? [[round, figure]] : []
    })
    const total = totals.get(team) ?? null
    const partings = field.partings.of(team)
    return {
      team,
      category,
      rank: ranks.get(team) ?? null,
      total,
      figures: isByRanks ? new Map(given) : null,
      partings,
    }
  })
}

function byCategory(entrants: readonly Entrant[]): Map<string | null, Entrant[]> {
  const fields = new Map<string | null, Entrant[]>()
  for (const entrant of entrants) fields.set(entrant.category, [...(fields.get(entrant.category) ?? []), entrant])
  return fields
}

export function answerOf(contest: Contest, note: Note): Answer {
  const places = placesOf(contest.rules.rounding, note)
  const scores = scoresOf(contest, places, note)
  const rows: Row[] = []
  const undecided = new Map<string | null, Waiting[]>()
  const fields = byCategory(contest.entrants)
  if (fields.size > 1) note('categories')
  for (const [category, entrants] of fields) {
    const waiting: Waiting[] = []
    rows.push(...rowsOf(fieldOf(contest, entrants, scores, { places, note }), category, waiting))
    undecided.set(category, waiting)
  }
  return { scores, rows, undecided, places }
}
