/**
 * Who stands where: step 8 of the order of work (SPEC S-24 to S-32). Ranks scores that are already computed, over all
 * rounds of a stage, over some of them, or in a single round.
 */
import { compare, type Exact } from './exact.ts'
import type { DecidedBy, Entry, StandingRow, Standings, Total } from './results.ts'
import { displayAt, round as roundTo } from './rounding.ts'
import { type Separated, separate } from './separate.ts'
import { totalOf } from './totals.ts'
import type { Decision, StageRules } from './types.ts'

export type RankOptions = {
  /** The ids of the rounds that count, such as those already revealed; all of the stage's where it is left out. */
  readonly rounds?: readonly string[]
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
  const totals = entries.map((entry) => ({ entry, ...totalOf(entry, rounds, rules.rounding) }))
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

function rank(
  rules: Pick<StageRules, 'compare' | 'ranking'>,
  totals: readonly { entry: Entry; total: Total | null; missing: readonly string[] }[],
  rounds: readonly string[],
  separateEquals: Separate,
): Standings {
  const contenders = totals.flatMap(({ entry, total }): Contender[] =>
    total === null ? [] : [{ entry, total, key: rules.compare === 'exact' ? total.exact : total.rounded }],
  )
  contenders.sort((a, b) => compare(b.key, a.key))
  const rows: StandingRow[] = []
  const undecided: (readonly string[])[] = []
  const totalByTeam = new Map(contenders.map(({ entry, total }) => [entry.team, total]))
  let places = 0
  for (const equals of runsOfEquals(contenders)) {
    const separated = equals.length === 1 ? share(equals) : separateEquals(equals)
    undecided.push(...separated.undecided)
    for (const group of separated.groups) {
      const place = rules.ranking === 'standard' ? rows.length + 1 : places + 1
      places += 1
      const teams = group.map(({ team }) => team)
      for (const team of teams)
        rows.push(ranked(team, place, totalByTeam.get(team) ?? null, teams, separated.traces.get(team) ?? []))
    }
  }
  for (const { entry, total, missing } of totals) if (total === null) rows.push(unranked(entry.team, missing))
  const flags = totals.flatMap(({ entry }) => rounds.flatMap((round) => entry.scores.get(round)?.flags ?? []))
  return { rows, undecided, flags }
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

function ranked(
  team: string,
  place: number,
  total: Total | null,
  teams: readonly string[],
  tieBreaks: readonly DecidedBy[],
): StandingRow {
  const sharedWith = teams.filter((other) => other !== team)
  return { team, rank: place, total, missing: [], sharedWith, tieBreaks, decidedBy: tieBreaks.at(-1) ?? null }
}

function unranked(team: string, missing: readonly string[]): StandingRow {
  return { team, rank: null, total: null, missing, sharedWith: [], tieBreaks: [], decidedBy: null }
}
