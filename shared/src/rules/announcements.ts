/** Scores and rows in the words of an announcement. It looks nothing up but the one score that it is asked about. */
import type { Stage } from '../contest/definition.ts'
import type { DecidedBy, RevealedCut, RowReveal, ScoreReveal } from '../ledger/reveals.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import type { Adjustment, RankedScore, RoundScore, StandingRow } from '../scoring/results.ts'
import { scoreOf } from './scores.ts'
import { categoryOf } from './stage-rules.ts'

/** The score of a team as it would be announced now. */
export function scoreReveal(state: State, round: string, team: string): ScoreReveal {
  const score = scoreOf(state, round, team)
  return {
    kind: 'score',
    round,
    team,
    ...shownScore(score),
    bonuses: score?.bonuses.map(cutOf) ?? [],
  }
}

/** What anybody is told of a score, if there is one. */
export function shownScore(score: RoundScore | null): Pick<ScoreReveal, 'score' | 'deductions'> {
  return { score: score?.shown ?? null, deductions: score?.deductions.map(cutOf) ?? [] }
}

/** A bonus or a deduction as it is announced. */
export function cutOf(adjustment: Adjustment): RevealedCut {
  const points = adjustment.shown
  if (adjustment.source === 'secretary') return { kind: 'line', points, reason: adjustment.reason }
  return { kind: adjustment.source, points, seconds: adjustment.seconds ?? 0 }
}

/** What gave a row its place among equals. */
export function decidedByOf({ decidedBy }: StandingRow): DecidedBy {
  return (
    decidedBy && {
      rule: decidedBy.rule,
      ...(decidedBy.round === null ? {} : { round: decidedBy.round }),
      ...(decidedBy.criterion === null ? {} : { criterion: decidedBy.criterion }),
      ...(decidedBy.question === null ? {} : { question: decidedBy.question }),
      ...(decidedBy.reason === null ? {} : { reason: decidedBy.reason }),
    }
  )
}

/** What a round gives a row: its figure where places come from ranks, else its score; `null` without one. */
export function givenIn(
  round: string,
  { figures }: Pick<StandingRow, 'figures'>,
  scores: ReadonlyMap<string, RankedScore>,
): string | null {
  return (figures === null ? scores : figures).get(round)?.shown ?? null
}

/** One row to be announced, or to be certified. */
export function rowReveal(
  stage: Stage,
  row: StandingRow,
  scores: ReadonlyMap<string, RankedScore>,
  certified: boolean,
): RowReveal {
  return {
    kind: 'row',
    stage: stage.id,
    team: row.team,
    ...(row.category === null ? {} : { category: row.category }),
    rank: row.rank,
    total: row.total?.shown ?? null,
    rounds: Object.fromEntries([...scores.keys()].map((round) => [round, givenIn(round, row, scores)])),
    decidedBy: decidedByOf(row),
    certified,
  }
}

/** The row of a team that left: it took part, and has no place. */
export function withdrawnRow(state: State, stage: Stage, team: string, certified: boolean): RowReveal {
  const category = categoryOf(definitionOf(state), stage, team)
  return {
    kind: 'row',
    stage: stage.id,
    team,
    ...(category === null ? {} : { category }),
    rank: null,
    total: null,
    rounds: {},
    decidedBy: null,
    left: state.withdrawals.get(team)?.disqualified ? 'disqualified' : 'withdrawn',
    certified,
  }
}
