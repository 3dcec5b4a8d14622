/**
 * The derivation of a place, step by step, for screen, documents and API alike (SPEC S-33). Adds nothing up by itself:
 * it tells what was computed, so that anyone can add it up again. Words for the steps are in `explain-words.ts`.
 */
import { type Exact, sub, toFraction, ZERO } from './exact.ts'
import type { Adjustment, Entry, JudgedPart, JudgeValue, RoundScore, StandingRow } from './results.ts'
import { type Display, displayAt, type Rounding, roundingAt, shown, totalRounding, written } from './rounding.ts'
import type { Figures, Step } from './steps.ts'
import type { StageRules } from './types.ts'

/** The steps from the marks to the place, for a row of `rankStage`. JSON throughout. */
export function explain(rules: StageRules, entry: Entry<RoundScore>, row: StandingRow): Step[] {
  const steps = row.rounds.flatMap((round): Step[] => {
    const score = entry.scores.get(round)
    return score === undefined ? [{ kind: 'no-score', round }] : explainRound(rules, score)
  })
  const { total } = row
  if (total === null) return steps
  const named = totalRounding(rules.rounding)
  const { decimals, mode } = named
  steps.push({ kind: 'total', ...figures(total.exact, named) })
  steps.push({
    kind: 'rounded',
    at: 'total',
    round: null,
    criterion: null,
    decimals,
    mode,
    ...figures(total.rounded, named),
  })
  for (const tieBreak of row.tieBreaks) steps.push({ kind: 'tie-break', ...tieBreak })
  if (row.rank !== null) steps.push({ kind: 'place', rank: row.rank, sharedWith: row.sharedWith })
  return steps
}

/** The steps from the marks to one round's score and its share of the total. */
export function explainRound({ rounding, rounds }: StageRules, score: RoundScore): Step[] {
  const { round } = score
  const rules = rounds.find(({ id }) => id === round)
  if (rules === undefined) throw new Error(`the stage has no round ${round}`)
  const display = displayAt(rounding, 'round')
  const adjustment = (kind: 'bonus' | 'deduction', line: Adjustment): Step => {
    const { source, id, reason, seconds } = line
    const points = kind === 'bonus' ? line.points : sub(ZERO, line.points)
    const text = kind === 'bonus' ? line.shown : `-${line.shown}`
    return { kind, round, source, id, reason, seconds, exact: toFraction(points), shown: text }
  }
  return [
    ...score.judged.flatMap((part) => judgedSteps(rounding, round, rules.combine.method, part)),
    ...score.tallied.map(
      (part): Step => ({
        kind: 'tallied',
        round,
        criterion: part.criterion,
        entered: toFraction(part.entered),
        weight: toFraction(part.weight),
        ...figures(part.points, display),
      }),
    ),
    { kind: 'subtotal', round, ...figures(score.subtotal, display) },
    ...roundedStep(rounding, 'round', round, null, score.rounded),
    ...score.bonuses.map((line) => adjustment('bonus', line)),
    ...score.deductions.map((line) => adjustment('deduction', line)),
    ...(score.floored ? [{ kind: 'floored', round, ...figures(ZERO, display) } as const] : []),
    { kind: 'score', round, exact: toFraction(score.score), shown: score.shown },
    { kind: 'weighted', round, weight: toFraction(score.weight), ...figures(score.weighted, totalRounding(rounding)) },
  ]
}

function judgedSteps(rounding: readonly Rounding[], round: string, method: string, part: JudgedPart): Step[] {
  const { criterion } = part
  const display = displayAt(rounding, criterion === null ? 'round' : 'criterion')
  const displayOfOne = displayAt(rounding, criterion === null ? 'sheet' : 'criterion')
  const value = ({ judge, treatment, unrounded, value: kept }: JudgeValue): Step => ({
    kind: 'value',
    round,
    criterion,
    judge,
    treatment,
    unrounded: toFraction(unrounded),
    exact: toFraction(kept),
    shown: written(kept, displayOfOne),
  })
  const counted = part.values.filter(({ treatment }) => treatment === 'counted').length
  return [
    ...part.values.map(value),
    { kind: 'combined', round, criterion, method, counted, of: part.values.length, ...figures(part.combined, display) },
    ...(criterion === null ? [] : roundedStep(rounding, 'criterion', round, criterion, part.rounded)),
    { kind: 'judged', round, criterion, weight: toFraction(part.weight), ...figures(part.points, display) },
  ]
}

/** Only where the rules name a rounding at that place. */
function roundedStep(
  rounding: readonly Rounding[],
  at: 'criterion' | 'round',
  round: string,
  criterion: string | null,
  value: Exact,
): Step[] {
  const named = roundingAt(rounding, at)
  if (named === null) return []
  const { decimals, mode } = named
  return [{ kind: 'rounded', at, round, criterion, decimals, mode, ...figures(value, named) }]
}

function figures(value: Exact, display: Display): Figures {
  return { exact: toFraction(value), shown: shown(value, display) }
}
