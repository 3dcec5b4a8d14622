/**
 * What cues tell of scores and of interim tables (U-16). Tables retell what was announced, to the last digit; only the scores that a cue
 * is about are taken from what is recorded now. It never looks at another team's sheets: neither can they hold a table up, nor can a
 * table give them away.
 */
import type { Stage } from '../contest/definition.ts'
import { announcedOf } from '../ledger/announced.ts'
import { type ExactScore, exactScoresOf } from '../ledger/exact-scores.ts'
import { type RoundTeam, roundTeam } from '../ledger/keys.ts'
import type { Reveal, RowReveal, ScoreReveal } from '../ledger/reveals.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { parseDecimal, toFraction } from '../scoring/exact.ts'
import type { Entry, RankedScore } from '../scoring/results.ts'
import { rankRound, rankStage } from '../scoring/standings.ts'
import { readScore, writtenScore } from '../scoring/written-score.ts'
import { rowReveal, scoreReveal, withdrawnRow } from './announcements.ts'
import { carriedFrom } from './carried.ts'
import { competingIn, entrantsOf } from './entrants.ts'
import { scoreOf } from './scores.ts'
import { categoryOf, stageRules } from './stage-rules.ts'

/** A team in a round: whose score a cue is about. */
export interface Performer {
  readonly round: string
  readonly team: string
}

/** What a cue tells, and the exact values of the scores that it tells anew. */
export interface Telling {
  readonly reveals: readonly Reveal[]
  readonly exact: readonly ExactScore[]
}

interface Told {
  readonly reveal: ScoreReveal
  readonly score: RankedScore | null
}
type ToldScores = ReadonlyMap<RoundTeam, Told>

/** Scores told anew, with the ranks of `ranked` and of every round of theirs whose ranks were announced. */
export function tellScores(state: State, stage: Stage, fresh: readonly Performer[], ranked?: string): Telling {
  return telling(state, stage, fresh, toldScores(state, stage, fresh), ranked)
}

/**
 * The same, and the interim standings: where the cue is about them, over everything told; or where they stand announced and a score of
 * the rounds that they cover is told, over those rounds alone: a total that reaches farther is for a cue of its own.
 */
export function tellTables(
  state: State,
  stage: Stage,
  fresh: readonly Performer[],
  about: { readonly ranked?: string; readonly standings: boolean },
): Telling {
  const told = toldScores(state, stage, fresh)
  const { reveals, exact } = telling(state, stage, fresh, told, about.ranked)
  const rows = rowsAnnounced(state, stage)
  // From its first place on only the ceremony tells rows.
  if (rows.some((row) => row.certified)) return { reveals, exact }
  if (about.standings) return { reveals: [...reveals, ...interimRows(state, stage, told)], exact }
  const covered = new Set(rows.flatMap((row) => Object.keys(row.rounds)))
  if (!fresh.some(({ round }) => covered.has(round))) return { reveals, exact }
  const standing = new Map([...told].filter(([, { reveal }]) => covered.has(reveal.round)))
  return { reveals: [...reveals, ...interimRows(state, stage, standing)], exact }
}

function telling(
  state: State,
  stage: Stage,
  fresh: readonly Performer[],
  told: ToldScores,
  ranked: string | undefined,
): Telling {
  const rules = stageRules(definitionOf(state), stage)
  const announced = [...announcedOf(state.public.onAir).scores.values()]
  const reveals = stage.rounds.flatMap(({ id }): ScoreReveal[] => {
    const own = fresh.filter(({ round }) => round === id)
    const rankedBefore = own.length > 0 && announced.some(({ round, rank }) => round === id && rank !== undefined)
    if (id === ranked || rankedBefore) return rankedScores(state, stage, id, told)
    return own.flatMap(({ round, team }) => told.get(roundTeam(round, team))?.reveal ?? [])
  })
  const exact = fresh.flatMap(({ round, team }): ExactScore[] => {
    const score = told.get(roundTeam(round, team))?.score
    return score ? [{ round, team, ...writtenScore(rules, score) }] : []
  })
  return { reveals, exact }
}

/** Every score of the stage that the hall knows with this cue: `fresh` as recorded now, all others as announced. */
function toldScores(state: State, stage: Stage, fresh: readonly Performer[]): ToldScores {
  const rules = stageRules(definitionOf(state), stage)
  const exact = exactScoresOf(state)
  const told = new Map<RoundTeam, Told>()
  for (const [key, reveal] of announcedOf(state.public.onAir).scores) {
    const round = rules.rounds.find(({ id }) => id === reveal.round)
    if (!round) continue
    // A history from before exact values were kept has only the announced figure.
    const written = exact.get(key) ?? { score: toFraction(parseDecimal(reveal.score ?? '0')), criteria: {} }
    told.set(key, { reveal, score: reveal.score === null ? null : readScore(round, rules.rounding, written) })
  }
  for (const { round, team } of fresh) {
    told.set(roundTeam(round, team), { reveal: scoreReveal(state, round, team), score: scoreOf(state, round, team) })
  }
  return told
}

/** The told scores of a round with their ranks. A team that withdrew keeps its score and has no rank. */
function rankedScores(state: State, stage: Stage, round: string, told: ToldScores): ScoreReveal[] {
  const teams = entrantsOf(state, stage).filter((team) => told.has(roundTeam(round, team)))
  const entries = teams
    .filter((team) => !hasLeft(state, stage.id, team))
    .map((team) => entryOf(state, stage, team, [round], told))
  const ranks = new Map(
    rankRound(stageRules(definitionOf(state), stage), round, entries).rows.map((row) => [row.team, row.rank]),
  )
  return teams.flatMap((team) => {
    const reveal = told.get(roundTeam(round, team))?.reveal
    return reveal ? [{ ...reveal, rank: ranks.get(team) ?? null }] : []
  })
}

/** Rows over the told scores. A team that withdrew stays in a table that it stood in, unranked, as in the certified one. */
function interimRows(state: State, stage: Stage, told: ToldScores): RowReveal[] {
  const entrants = entrantsOf(state, stage)
  const teams = competingIn(state, stage)
  const rounds = stage.rounds.map(({ id }) => id).filter((id) => teams.some((team) => told.has(roundTeam(id, team))))
  const entries = teams.map((team) => entryOf(state, stage, team, rounds, told))
  const scores = new Map(entries.map((entry) => [entry.team, entry.scores]))
  const { rows } = rankStage(stageRules(definitionOf(state), stage), entries, { rounds, partial: true })
  const stood = new Set(rowsAnnounced(state, stage).map(({ team }) => team))
  for (const { reveal } of told.values()) stood.add(reveal.team)
  return [
    ...rows.map((row) => rowReveal(stage, row, scores.get(row.team) ?? new Map(), false)),
    ...entrants
      .filter((team) => hasLeft(state, stage.id, team) && stood.has(team))
      .map((team) => withdrawnRow(state, stage, team, false)),
  ]
}

/** A team's told scores in these rounds; none at all when it was told that it has none in one of them: it is not ranked then. */
function entryOf(state: State, stage: Stage, team: string, rounds: readonly string[], told: ToldScores): Entry {
  const scores = new Map<string, RankedScore>()
  const carried = carriedFrom(stage, team, (earlier) => toldTable(state, earlier))
  const entry = { team, scores, category: categoryOf(definitionOf(state), stage, team), carried }
  for (const round of rounds) {
    const known = told.get(roundTeam(round, team))
    if (known?.score === null) return { ...entry, scores: new Map() }
    if (known) scores.set(round, known.score)
  }
  return entry
}

/** The certified rows of a stage as far as the hall was told them: a total that is carried over must not be the first that it hears of it. */
function toldTable(state: State, stage: string): readonly RowReveal[] {
  return [...announcedOf(state.public.onAir).rows.values()].filter((row) => row.stage === stage && row.certified)
}

function rowsAnnounced(state: State, stage: Stage): RowReveal[] {
  return [...announcedOf(state.public.onAir).rows.values()].filter((row) => row.stage === stage.id)
}
