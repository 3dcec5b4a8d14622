/**
 * Standings as HTTP answers them: what is revealed for anyone, everything with its derivation for the desk.
 * The public answer reads public state alone, like the hall's view.
 */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { announcedOf } from '../ledger/announced.ts'
import { inGroup } from '../ledger/grouped.ts'
import { roundTeam } from '../ledger/keys.ts'
import type { DecidedBy, RevealedCut } from '../ledger/reveals.ts'
import { definitionOf, type PublicState, type State } from '../ledger/state.ts'
import { decidedByOf, givenIn, shownScore } from '../rules/announcements.ts'
import { entriesOf, standingsOf } from '../rules/scores.ts'
import { stageRules } from '../rules/stage-rules.ts'
import { explain } from '../scoring/explain.ts'
import type { Entry, RoundScore, StandingRow } from '../scoring/results.ts'
import type { Step } from '../scoring/steps.ts'

export interface StandingsRow {
  readonly rank: number | null
  readonly team: string
  readonly total: string | null
  readonly rounds: Readonly<
    Record<string, { readonly score: string | null; readonly deductions: readonly RevealedCut[] }>
  >
  readonly decidedBy: DecidedBy
}

/** The announced rows of a stage, best first; empty while nothing is announced. */
export function publicStandings(state: PublicState, stage: Stage): StandingsRow[] {
  const { rows, scores } = announcedOf(state.onAir)
  const announced = [...rows.values()].filter((row) => row.stage === stage.id)
  announced.sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
  return announced.map(({ rank, team, total, rounds, decidedBy }) => {
    const told = Object.entries(rounds).map(([round, score]) => {
      const deductions = scores.get(`${round}/${team}`)?.deductions ?? []
      return [round, { score, deductions }] as const
    })
    return { rank, team, total, rounds: Object.fromEntries(told), decidedBy }
  })
}

/** Every row as it stands now, from the scores in `entries`. For the desk only. */
export function currentStandings(
  state: State,
  stage: Stage,
  entries: readonly Entry<RoundScore>[] = entriesOf(state, stage),
): StandingsRow[] {
  const scores = scoresByTeam(entries)
  return standingsOf(state, stage, entries).rows.map((row) => currentRow(stage, row, scoresOf(scores, row)))
}

/** A judge of the panel whose sheet a score is not made of, and why (S-21). */
export interface NotMarking {
  readonly round: string
  readonly judge: string
  readonly reason: string
}

interface ExplainedRow extends StandingsRow {
  readonly explain: readonly Step[]
  readonly notMarking: readonly NotMarking[]
}

/** Every row as it stands now, with the derivation of its place and the judges who did not mark. For the desk only. */
export function deskStandings(state: State, stage: Stage): ExplainedRow[] {
  const entries = entriesOf(state, stage)
  const byTeam = new Map(entries.map((entry) => [entry.team, entry]))
  return standingsOf(state, stage, entries).rows.map((row) => {
    const entry = byTeam.get(row.team)
    if (!entry) throw new Error(`a row of ${row.team}, which has no entry`)
    return {
      ...currentRow(stage, row, entry.scores),
      explain: explain(stageRules(definitionOf(state), stage), entry, row),
      notMarking: notMarking(state, stage, row.team),
    }
  })
}

function notMarking(state: State, stage: Stage, team: string): NotMarking[] {
  const { panelSets } = lookupsOf(definitionOf(state))
  return stage.rounds.flatMap(({ id: round }) =>
    [...inGroup(state.excused, roundTeam(round, team))]
      .filter(([judge]) => panelSets.get(round)?.has(judge))
      .map(([judge, reason]) => ({ round, judge, reason })),
  )
}

type Scores = Entry<RoundScore>['scores']

function scoresByTeam(entries: readonly Entry<RoundScore>[]): ReadonlyMap<string, Scores> {
  return new Map(entries.map(({ team, scores }) => [team, scores]))
}

/** Rows are of the teams that have entries. */
function scoresOf(scores: ReadonlyMap<string, Scores>, { team }: StandingRow): Scores {
  const own = scores.get(team)
  if (!own) throw new Error(`a row of ${team}, which has no entry`)
  return own
}

const knownRows = new WeakMap<Scores, StandingsRow>()

/** Made anew only when the team's scores have changed, its rank, or what decided on it. */
function currentRow(stage: Stage, row: StandingRow, scores: Scores): StandingsRow {
  const before = knownRows.get(scores)
  const total = row.total?.shown ?? null
  const isSame = before?.rank === row.rank && before.total === total && before.decidedBy === null
  if (isSame && row.decidedBy === null && row.figures === null) return before
  const made = {
    rank: row.rank,
    team: row.team,
    total,
    rounds: Object.fromEntries(
      stage.rounds.map(({ id }) => [id, { ...shownScore(scores.get(id) ?? null), score: givenIn(id, row, scores) }]),
    ),
    decidedBy: decidedByOf(row),
  }
  knownRows.set(scores, made)
  return made
}
