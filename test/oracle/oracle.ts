/**
 * The oracle: the verifier's own scoring, which was made from SPEC.md alone, with its answer in the form in which it is compared with the
 * engine's. It works nothing out by itself.
 */
import { answerOf } from '@bang-diem/verifier/scoring/answer.ts'
import type { Contest, Note } from '@bang-diem/verifier/scoring/contest.ts'
import { fractionText } from '@bang-diem/verifier/scoring/numbers.ts'
import type { Waiting } from '@bang-diem/verifier/scoring/ties.ts'

export type Figure = { readonly exact: string; readonly shown: string }

export type Answer = {
  /** By round, then by team. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, Figure | null>>
  /** By team, in the order of the table. */
  readonly rows: ReadonlyMap<string, Row>
  /** By category, the best first. */
  readonly undecided: ReadonlyMap<string | null, readonly Waiting[]>
}

export type Row = {
  readonly rank: number | null
  readonly total: Figure | null
  /** The last rule that parted the team from equal ones. */
  readonly decidedBy: string | null
  /** By round, as shown; `null` where places come from scores. */
  readonly figures: string | null
}

export function oracleAnswer(contest: Contest, note: Note): Answer {
  const { scores, rows, undecided, places } = answerOf(contest, note)
  const figureOf = (exact: Parameters<typeof fractionText>[0], shown: string) => ({ exact: fractionText(exact), shown })
  const ofScores = [...scores].map(([round, ofTeams]): [string, Map<string, Figure | null>] => [
    round,
    new Map([...ofTeams].map(([team, score]) => [team, score && figureOf(score.score, score.shown)])),
  ])
  const ofRows = rows.map(({ team, rank, total, figures, partings }): [string, Row] => {
    const shown = figures && [...figures].map(([round, figure]) => `${round}: ${places.brief(figure)}`)
    return [
      team,
      {
        rank,
        total: total && figureOf(total.exact, places.writtenAt('total', total.exact)),
        decidedBy: partings.at(-1)?.rule ?? null,
        figures: shown?.join(', ') ?? null,
      },
    ]
  })
  return { scores: new Map(ofScores), rows: new Map(ofRows), undecided }
}
