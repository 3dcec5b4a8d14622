/**
 * Who stands where: step 8 of the order of work (SPEC S-24 to S-32). Ranks scores that are already computed, over all
 * rounds of a stage, over some of them, or in a single round.
 */
import { compare, type Exact } from './exact.ts'
import type { Entry, StandingRow, Standings, Total } from './results.ts'
import { displayAt, round as roundTo } from './rounding.ts'
import { type Separated, separate } from './separate.ts'
import { totalOf } from './totals.ts'
import type { Decision, StageRules } from './types.ts'

export type RankOptions = {
  /** The ids of the rounds that count, such as those already revealed; all of the stage's where it is left out. */
  readonly rounds?: readonly string[]
  /** True: a team is ranked by the counted rounds that it has a score in, as in running totals while a round goes on (SPEC S-31). */
  readonly partial?: boolean
  /** Recorded decisions about equal teams, oldest first. */
  readonly decisions?: readonly Decision[]
}

type Contender = { readonly entry: Entry; readonly total: Total; readonly key: Exact }

type Separate = (equals: readonly Entry[]) => Separated

/** Nothing separates them. */
const share: Separate = (equals) => ({ groups: [equals], traces: new Map(), undecided: [] })

/** Rows for every entry. Decisions are heard only when every round of the stage counts (SPEC S-31). */
export function rankStage(rules: StageRules, entries: readonly Entry[], options: RankOptions = {}): Standings {
  const all = rules.rounds.map(({ id }) => id)
  const rounds = options.rounds === undefined ? all : all.filter((id) => options.rounds?.includes(id))
  const complete = rounds.length === all.length
  const due = ({ scores }: Entry) => (options.partial ? rounds.filter((round) => scores.has(round)) : rounds)
  const totals = entries.map((entry) => ({ entry, ...totalOf(entry, due(entry), rules.rounding) }))
  const scope = { rounds, complete, decisions: options.decisions ?? [] }
  return rank(rules, totals, rounds, (equals) => separate(rules, equals, scope))
}

/** The standings of one round by its score, before the round's weight; equal scores share a place (SPEC S-32). */
export function rankRound(rules: StageRules, round: string, entries: readonly Entry[]): Standings {
  const { decimals, mode } = displayAt(rules.rounding, 'round')
  const totals = entries.map((entry) => {
    const score = entry.scores.get(round)
    if (score === undefined) return { entry, total: null, missing: [round] }
    const total: Total = { exact: score.score, rounded: roundTo(score.score, decimals, mode), shown: score.shown }
    return { entry, total, missing: [] }
  })
  return rank(rules, totals, [round], share)
}

type Totalled = { readonly entry: Entry; readonly total: Total | null; readonly missing: readonly string[] }

function rank(
  rules: Pick<StageRules, 'compare' | 'ranking'>,
  totals: readonly Totalled[],
  rounds: readonly string[],
  separateEquals: Separate,
): Standings {
  const contenders = contendersOf(totals, rules.compare)
  const separated = runsOfEquals(contenders).map((equals) =>
    equals.length === 1 ? share(equals) : separateEquals(equals),
  )
  const totalByTeam = new Map(contenders.map(({ entry, total }) => [entry.team, total]))
  const rows = placed(separated, rules.ranking).map(
    (row): StandingRow => ({ ...row, total: totalByTeam.get(row.team) ?? null, rounds, missing: [] }),
  )
  const unranked = totals
    .filter(({ total }) => total === null)
    .map(({ entry: { team }, missing }) => ({ ...NO_PLACE, team, total: null, rounds, missing }))
  return {
    rows: [...rows, ...unranked],
    undecided: separated.flatMap(({ undecided }) => undecided),
    flags: totals.flatMap(({ entry }) => rounds.flatMap((round) => entry.scores.get(round)?.flags ?? [])),
  }
}

/** Best first. */
function contendersOf(totals: readonly Totalled[], by: StageRules['compare']): Contender[] {
  return totals
    .flatMap(({ entry, total }) =>
      total === null ? [] : [{ entry, total, key: by === 'exact' ? total.exact : total.rounded }],
    )
    .sort((a, b) => compare(b.key, a.key))
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
