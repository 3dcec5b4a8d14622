/**
 * The derivation of a place, step by step, for screen, documents and API alike (SPEC S-33). Adds nothing up by itself:
 * it tells what was computed, so that anyone can add it up again. Words for the steps are in `explain-words.ts`.
 */
import { mul, parseDecimal, sum, toFraction } from './exact.ts'
import { explainRound, figuresOf } from './explain-round.ts'
import type { Entry, RoundFigure, RoundScore, StandingRow, Total } from './results.ts'
import { brief, totalRounding } from './rounding.ts'
import type { Step } from './steps.ts'
import type { StageRules } from './types.ts'

/** The steps from the marks to the place, for a row of `rankStage`. JSON throughout. */
export function explain(rules: StageRules, entry: Entry<RoundScore>, row: StandingRow): Step[] {
  const steps = row.rounds.flatMap((round): Step[] => {
    const score = entry.scores.get(round)
    if (score === undefined) return [{ kind: 'no-score', round }]
    return [...explainRound(rules, score), ...shareOf(rules, score, row)]
  })
  const { total } = row
  if (total === null) return steps
  return [...steps, ...ownAndCarried(rules, entry, row), ...totalSteps(rules, total), ...placeSteps(row)]
}

/** What a round's score, or the figure that it leads to, puts into the total. */
function shareOf(rules: StageRules, score: RoundScore, { figures, passedOver }: StandingRow): Step[] {
  const { round } = score
  if (passedOver.includes(round)) return [{ kind: 'passed-over', round }]
  const display = totalRounding(rules.rounding)
  const weight = toFraction(score.weight)
  if (figures === null) return [{ kind: 'weighted', round, weight, ...figuresOf(score.weighted, display) }]
  const figure = figures.get(round)
  if (figure === undefined) return []
  return [
    ...rankSteps(round, figure),
    { kind: 'figure', round, method: rules.placing.method, exact: toFraction(figure.exact), shown: figure.shown },
    { kind: 'weighted', round, weight, ...figuresOf(mul(figure.exact, score.weight), display) },
  ]
}

function rankSteps(round: string, { ranks }: RoundFigure): Step[] {
  return ranks.map(({ judge, rank, points }) => ({
    kind: 'rank',
    round,
    judge,
    rank: toFraction(rank),
    points: points === null ? null : toFraction(points),
  }))
}

/** SPEC S-42. */
function ownAndCarried(rules: StageRules, { scores, carried }: Entry, row: StandingRow): Step[] {
  if (rules.carryOver.length === 0 && rules.ownWeight === '1') return []
  const display = totalRounding(rules.rounding)
  const counted = row.rounds.filter((round) => !row.passedOver.includes(round))
  const own = sum(counted.flatMap((round) => scores.get(round)?.weighted ?? []))
  const weighted = mul(parseDecimal(rules.ownWeight), own)
  return [
    { kind: 'own', weight: rules.ownWeight, ...figuresOf(weighted, display) },
    ...rules.carryOver.flatMap(({ stage, weight }): Step[] => {
      const total = carried.get(stage)
      if (total === undefined) return []
      const brought = figuresOf(mul(parseDecimal(weight), total), display)
      return [{ kind: 'carried', stage, weight, total: brief(total, display), ...brought }]
    }),
  ]
}

function totalSteps({ rounding }: StageRules, total: Total): Step[] {
  const named = totalRounding(rounding)
  const { decimals, mode } = named
  return [
    { kind: 'total', ...figuresOf(total.exact, named) },
    { kind: 'rounded', at: 'total', round: null, criterion: null, decimals, mode, ...figuresOf(total.rounded, named) },
  ]
}

function placeSteps({ tieBreaks, rank, sharedWith }: StandingRow): Step[] {
  const ties = tieBreaks.map((tieBreak): Step => ({ kind: 'tie-break', ...tieBreak }))
  return rank === null ? ties : [...ties, { kind: 'place', rank, sharedWith }]
}
