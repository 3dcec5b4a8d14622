/**
 * Who stands where: step 8 of the order of work (SPEC S-24 to S-32, S-43 to S-56). Ranks scores that are already computed, over all
 * rounds of a stage, over some of them, or in a single round.
 */
import { compare, type Exact } from './exact.ts'
import type { Totalled } from './placing/method.ts'
import { lowerWins, placingMethod } from './placing/registry.ts'
import type { Entry, StandingRow, Standings, Total } from './results.ts'
import { displayAt, type Rounding, round as roundTo } from './rounding.ts'
import { separate } from './separate.ts'
import { inTurn, type Separate, type Separated, share } from './separated.ts'
import { roundedTotal } from './totals.ts'
import type { StageRules, TieRecords } from './types.ts'

export type RankOptions = {
  /** The ids of the rounds that count, such as those already revealed; all of the stage's where it is left out. */
  readonly rounds?: readonly string[]
  /** True: a team is ranked by the counted rounds that it has a score in, as in running totals while a round goes on (SPEC S-31). */
  readonly partial?: boolean
  /** What was recorded to part equal teams. */
  readonly records?: TieRecords
}

export const NO_RECORDS: TieRecords = { decisions: [], questions: new Map() }

/** Rows for every entry. Records are heard only when every round of the stage counts (SPEC S-31). */
export function rankStage(rules: StageRules, entries: readonly Entry[], options: RankOptions = {}): Standings {
  const all = rules.rounds.map(({ id }) => id)
  const rounds = options.rounds === undefined ? all : all.filter((id) => options.rounds?.includes(id))
  const complete = rounds.length === all.length
  const records = options.records ?? NO_RECORDS
  const partial = options.partial ?? false
  const ranked = byCategory(entries).map((own) => {
    const placed = placingMethod(rules.placing).apply({ rules, entries: own, rounds, partial })
    const byTieBreaks = separate(rules, { rounds, complete, records, all: own })
    const separateEquals = placed.separate === null ? byTieBreaks : inTurn(placed.separate, byTieBreaks)
    const by = { ...rules, lowerWins: lowerWins(rules.placing), separateEquals }
    const standings = rank(by, placed.totals, rounds)
    return { ...standings, flags: [...placed.flags, ...standings.flags] }
  })
  return {
    rows: ranked.flatMap(({ rows }) => rows),
    undecided: ranked.flatMap(({ undecided }) => undecided),
    flags: ranked.flatMap(({ flags }) => flags),
  }
}

/** The standings of one round by what it gives, before its weight: its score, or its figure; equals share a place (SPEC S-32). */
export function rankRound(rules: StageRules, round: string, entries: readonly Entry[]): Standings {
  const by = { ...rules, lowerWins: lowerWins(rules.placing), separateEquals: share }
  const ranked = byCategory(entries).map((own) => {
    const placed = placingMethod(rules.placing).apply({ rules, entries: own, rounds: [round], partial: false })
    const totals = placed.totals.map((each): Totalled => {
      const total = totalInRound(rules.rounding, each, round)
      return { ...each, total, missing: total === null ? [round] : [] }
    })
    return rank(by, totals, [round])
  })
  return { rows: ranked.flatMap(({ rows }) => rows), undecided: [], flags: ranked.flatMap(({ flags }) => flags) }
}

function totalInRound(rounding: readonly Rounding[], { entry, figures }: Totalled, round: string): Total | null {
  const given = figures?.get(round)
  if (given !== undefined) return { ...roundedTotal(given.exact, rounding), shown: given.shown }
  const score = entry.scores.get(round)
  if (figures !== null || score === undefined) return null
  const { decimals, mode } = displayAt(rounding, 'round')
  return { exact: score.score, rounded: roundTo(score.score, decimals, mode), shown: score.shown }
}

/** Teams of one category each, in the order in which categories first appear (SPEC S-56). */
function byCategory(entries: readonly Entry[]): (readonly Entry[])[] {
  const categories = new Map<string | null, Entry[]>()
  for (const entry of entries) {
    const own = categories.get(entry.category)
    if (own === undefined) categories.set(entry.category, [entry])
    else own.push(entry)
  }
  return [...categories.values()]
}

type RankBy = Pick<StageRules, 'compare' | 'ranking'> & {
  readonly lowerWins: boolean
  readonly separateEquals: Separate
}

type Contender = { readonly entry: Entry; readonly total: Total; readonly key: Exact }

function rank(by: RankBy, totals: readonly Totalled[], rounds: readonly string[]): Standings {
  const byTeam = new Map(totals.map((each) => [each.entry.team, each]))
  let next = 1
  const separated = runsOfEquals(contendersOf(totals, by)).map((equals) => {
    const place = next
    next += equals.length
    return (equals.length === 1 ? share : by.separateEquals)(equals, place)
  })
  const rowOf = (place: Place): StandingRow => {
    const { entry, total = null, figures = null, missing = [], passedOver = [] } = byTeam.get(place.team) ?? {}
    return { ...place, category: entry?.category ?? null, total, figures, rounds, missing, passedOver }
  }
  const unranked = totals.filter(({ total }) => total === null).map(({ entry: { team } }) => ({ ...NO_PLACE, team }))
  return {
    rows: [...placed(separated, by.ranking), ...unranked].map(rowOf),
    undecided: separated.flatMap(({ undecided }) => undecided),
    flags: totals.flatMap(({ entry }) => rounds.flatMap((round) => entry.scores.get(round)?.flags ?? [])),
  }
}

/** Best first. */
function contendersOf(totals: readonly Totalled[], by: RankBy): Contender[] {
  const direction = by.lowerWins ? 1 : -1
  return totals
    .flatMap(({ entry, total }) =>
      total === null ? [] : [{ entry, total, key: by.compare === 'exact' ? total.exact : total.rounded }],
    )
    .sort((a, b) => direction * compare(a.key, b.key))
}

type Place = Pick<StandingRow, 'team' | 'rank' | 'sharedWith' | 'tieBreaks' | 'decidedBy'>

const NO_PLACE = { rank: null, sharedWith: [], tieBreaks: [], decidedBy: null } as const

/** SPEC S-25: the place after a shared one is counted by teams (`standard`) or by places (`dense`). */
function placed(separated: readonly Separated[], ranking: StageRules['ranking']): Place[] {
  const places: Place[] = []
  const groups = separated.flatMap((each) => each.groups.map((group) => ({ group, traces: each.traces })))
  groups.forEach(({ group, traces }, index) => {
    const place = ranking === 'standard' ? places.length + 1 : index + 1
    const teams = group.map(({ team }) => team)
    for (const team of teams) {
      const tieBreaks = traces.get(team) ?? []
      const sharedWith = teams.filter((other) => other !== team)
      places.push({ team, rank: place, sharedWith, tieBreaks, decidedBy: tieBreaks.at(-1) ?? null })
    }
  })
  return places
}

/** The sorted contenders, cut where the total changes. */
function runsOfEquals(contenders: readonly Contender[]): Entry[][] {
  const runs: Entry[][] = []
  contenders.forEach((contender, index) => {
    const before = contenders[index - 1]
    const run = runs.at(-1)
    if (before !== undefined && run !== undefined && compare(before.key, contender.key) === 0) run.push(contender.entry)
    else runs.push([contender.entry])
  })
  return runs
}
