/** The derivation of one round's score, step by step (SPEC S-33). It tells what was computed and adds nothing up by itself. */
import { type Exact, sub, toFraction, ZERO } from './exact.ts'
import type { GroupValue, JudgedPart, JudgeValue } from './judged-results.ts'
import type { Adjustment, RoundScore } from './results.ts'
import { brief, type Display, displayAt, type Rounding, roundingAt, shown, written } from './rounding.ts'
import { isCounted } from './spoken.ts'
import type { Figures, Step } from './steps.ts'
import type { StageRules } from './types.ts'

/** The steps from the marks to one round's score. */
export function explainRound({ rounding, rounds }: Pick<StageRules, 'rounding' | 'rounds'>, score: RoundScore): Step[] {
  const { round } = score
  const rules = rounds.find(({ id }) => id === round)
  if (rules === undefined) throw new Error(`the stage has no round ${round}`)
  const display = displayAt(rounding, 'round')
  return [
    ...score.judged.flatMap((part) => judgedSteps(rounding, round, rules.combine.method, part)),
    ...score.tallied.map(
      (part): Step => ({
        kind: 'tallied',
        round,
        criterion: part.criterion,
        entered: toFraction(part.entered),
        weight: toFraction(part.weight),
        unrounded: toFraction(part.unrounded),
        ...figuresOf(part.points, display),
      }),
    ),
    { kind: 'subtotal', round, ...figuresOf(score.subtotal, display) },
    ...(score.factor === null
      ? []
      : [
          {
            kind: 'multiplied',
            round,
            factor: toFraction(score.factor),
            ...figuresOf(score.multiplied, display),
          } as const,
        ]),
    ...roundedStep(rounding, 'round', round, null, score.rounded),
    ...score.bonuses.map((line) => adjustmentStep('bonus', round, line)),
    ...score.deductions.map((line) => adjustmentStep('deduction', round, line)),
    ...(score.floored ? [{ kind: 'floored', round, ...figuresOf(ZERO, display) } as const] : []),
    { kind: 'score', round, exact: toFraction(score.score), shown: score.shown },
  ]
}

function adjustmentStep(kind: 'bonus' | 'deduction', round: string, line: Adjustment): Step {
  const { source, id, reason, seconds } = line
  const points = kind === 'bonus' ? line.points : sub(ZERO, line.points)
  const text = kind === 'bonus' ? line.shown : `-${line.shown}`
  return { kind, round, source, id, reason, seconds, exact: toFraction(points), shown: text }
}

function judgedSteps(rounding: readonly Rounding[], round: string, method: string, part: JudgedPart): Step[] {
  const { criterion } = part
  const { values, groups } = part.listed()
  const display = displayAt(rounding, criterion === null ? 'round' : 'criterion')
  const displayOfOne = displayAt(rounding, criterion === null ? 'sheet' : 'criterion')
  const value = ({ judge, treatment, unrounded, given, value: kept }: JudgeValue): Step => ({
    kind: 'value',
    round,
    criterion,
    judge,
    treatment,
    unrounded: toFraction(unrounded),
    given: toFraction(given),
    exact: toFraction(kept),
    shown: written(kept, displayOfOne),
  })
  const group = ({ group: id, judges, weight, treatment, given, value: kept }: GroupValue): Step => ({
    kind: 'group',
    round,
    criterion,
    group: id,
    judges,
    weight: toFraction(weight),
    treatment,
    given: toFraction(given),
    exact: toFraction(kept),
    shown: brief(kept, display),
  })
  const voices = groups.length > 0 ? groups : values
  const counted = voices.filter(({ treatment }) => isCounted(treatment)).length
  return [
    ...values.map(value),
    ...groups.map(group),
    { kind: 'combined', round, criterion, method, counted, of: voices.length, ...figuresOf(part.combined, display) },
    ...(criterion === null ? [] : roundedStep(rounding, 'criterion', round, criterion, part.rounded)),
    {
      kind: 'judged',
      round,
      criterion,
      weight: toFraction(part.weight),
      unrounded: toFraction(part.unrounded),
      ...figuresOf(part.points, display),
    },
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
  return [{ kind: 'rounded', at, round, criterion, decimals, mode, ...figuresOf(value, named) }]
}

/** A value as a step tells it. */
export function figuresOf(value: Exact, display: Display): Figures {
  return { exact: toFraction(value), shown: shown(value, display) }
}
