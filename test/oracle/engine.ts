/**
 * The engine as the oracle's runner sees it: entries and standings of a contest, and its answer in the oracle's form. Beside
 * `invariants.ts` the only file here that calls the engine.
 */
import { type Exact, parseDecimal } from '@bang-diem/shared/scoring/exact.ts'
import type { Entry, RoundScore, Standings } from '@bang-diem/shared/scoring/results.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import type { Contest } from '@bang-diem/verifier/scoring/contest.ts'
import type { Waiting } from '@bang-diem/verifier/scoring/ties.ts'
import type { Answer, Figure, Row } from './oracle.ts'

export function entriesOf({ rules, inputs, entrants }: Contest): Entry<RoundScore>[] {
  return entrants.map(({ team, category, carried }) => {
    const scores = new Map<string, RoundScore>()
    for (const round of rules.rounds) {
      const input = inputs[round.id]?.[team] ?? null
      const score = input === null ? null : scoreRound(round, rules.rounding, input)
      if (score !== null) scores.set(round.id, score)
    }
    const certified = Object.entries(carried).map(([stage, points]) => [stage, parseDecimal(points)] as const)
    return { team, scores, category, carried: new Map(certified) }
  })
}

export function standingsOf(contest: Contest, entries: readonly Entry[]): Standings {
  const { rules, counted, partial, decisions, questions } = contest
  const byQuestion = Object.entries(questions).map(
    ([question, points]) => [question, new Map(Object.entries(points))] as const,
  )
  return rankStage(rules, entries, {
    ...(counted === null ? {} : { rounds: counted }),
    partial,
    records: { decisions, questions: new Map(byQuestion) },
  })
}

/** What the engine says, in the oracle's form. */
export function engineAnswer(contest: Contest): Answer {
  const { rules, entrants } = contest
  const entries = entriesOf(contest)
  const standings = standingsOf(contest, entries)
  const scores = new Map<string, Map<string, Figure | null>>()
  for (const { id } of rules.rounds) {
    const ofRound = entries.map(({ team, scores: own }): [string, Figure | null] => {
      const score = own.get(id)
      return [team, score ? { exact: fractionText(score.score), shown: score.shown } : null]
    })
    scores.set(id, new Map(ofRound))
  }
  const undecided = new Map<string | null, Waiting[]>()
  for (const { teams, awaits } of standings.undecided) {
    const category = entrants.find(({ team }) => team === teams[0])?.category ?? null
    const waiting = { teams, awaits: awaits.by === 'question' ? `question ${awaits.question}` : awaits.by }
    undecided.set(category, [...(undecided.get(category) ?? []), waiting])
  }
  const rows = standings.rows.map(({ team, rank, total, figures, decidedBy }): [string, Row] => {
    const shown = figures && [...figures].map(([round, figure]) => `${round}: ${figure.shown}`).join(', ')
    const exact = total && { exact: fractionText(total.exact), shown: total.shown }
    return [team, { rank, total: exact, decidedBy: decidedBy?.rule ?? null, figures: shown }]
  })
  return { scores, rows: new Map(rows), undecided }
}

function fractionText({ n, d }: Exact): string {
  return `${n}/${d}`
}
