/**
 * What the judges' sheets of one round come to: steps 1 to 4 of the order of work (SPEC S-5 to S-13). Takes the sheets
 * that exist; whether all that are due have come in is not asked here.
 */
import { combineMethod } from './combine/registry.ts'
import { add, type Exact, mean, mul, parseDecimal, ZERO } from './exact.ts'
import { outlierRule } from './outliers/registry.ts'
import { markAt, type Reading, readingsOf } from './readings.ts'
import type { CriterionFigure, Flag, JudgedPart, JudgeValue, Treatment } from './results.ts'
import { displayAt, type Rounding, roundedAt, shown } from './rounding.ts'
import type { CriterionRules, RoundInput, RoundRules } from './types.ts'

export type Judged = {
  readonly parts: readonly JudgedPart[]
  readonly figures: readonly CriterionFigure[]
  readonly flags: readonly Flag[]
}

/** A value of which nothing is known yet that speaks against it. */
type RawValue = JudgeValue & { readonly treatment: 'counted' }

/** Asks for at least one sheet. Throws when a sheet lacks the mark of a criterion that judges score. */
export function judge(round: RoundRules, rounding: readonly Rounding[], input: RoundInput): Judged {
  const criteria = round.criteria.filter(({ scoredBy }) => scoredBy === 'judges')
  return round.combine.over === 'sheet'
    ? overSheets(round, criteria, rounding, input)
    : overCriteria(round, criteria, rounding, input)
}

function overSheets(
  round: RoundRules,
  criteria: readonly CriterionRules[],
  rounding: readonly Rounding[],
  input: RoundInput,
): Judged {
  const readings = readingsOf(round, criteria, input.team, input.sheets)
  const values = readings.map(({ judge: id, sum }) => rawValue(id, sum, roundedAt(sum, rounding, 'sheet')))
  const maximum = criteria.reduce(
    (most, { weight, maximum: top }) => add(most, mul(parseDecimal(weight), parseDecimal(top))),
    ZERO,
  )
  const settled = settle(round, values, maximum)
  const { combined } = settled
  const one = parseDecimal('1')
  const counted = readings.filter((_, index) => settled.values[index]?.treatment === 'counted')
  return {
    parts: [{ criterion: null, values: settled.values, combined, rounded: combined, weight: one, points: combined }],
    figures: figuresOnCountedSheets(criteria, rounding, counted),
    flags: settled.allKept ? [allOutliersKept(round, input, null)] : [],
  }
}

function overCriteria(
  round: RoundRules,
  criteria: readonly CriterionRules[],
  rounding: readonly Rounding[],
  input: RoundInput,
): Judged {
  const display = displayAt(rounding, 'criterion')
  const readings = readingsOf(round, criteria, input.team, input.sheets)
  const flags: Flag[] = []
  const parts = criteria.map(({ id, weight: weightText, maximum }, index) => {
    const values = readings.map(({ judge: by, marks }) => rawValue(by, markAt(marks, index), markAt(marks, index)))
    const settled = settle(round, values, parseDecimal(maximum))
    if (settled.allKept) flags.push(allOutliersKept(round, input, id))
    const rounded = roundedAt(settled.combined, rounding, 'criterion')
    const weight = parseDecimal(weightText)
    const points = mul(rounded, weight)
    return { criterion: id, values: settled.values, combined: settled.combined, rounded, weight, points }
  })
  const figures = parts.map((part) => ({
    criterion: part.criterion,
    value: part.rounded,
    shown: shown(part.rounded, display),
  }))
  return { parts, figures, flags }
}

function rawValue(judgeId: string, unrounded: Exact, value: Exact): RawValue {
  return { judge: judgeId, unrounded, value, treatment: 'counted' }
}

/** Leaves out the outliers, then combines what is left. */
function settle(round: RoundRules, values: readonly RawValue[], maximum: Exact) {
  const verdict = outlierRule(round.outliers).apply({ values: values.map(({ value }) => value), maximum })
  const kept = values.filter((_, index) => verdict.out[index] === false)
  const { value: combined, leftOut } = combineMethod(round.combine).apply(kept.map(({ value }) => value))
  let next = 0
  const treated = values.map((raw, index): JudgeValue => {
    if (verdict.out[index] !== false) return { ...raw, treatment: 'outlier' }
    const treatment: Treatment = leftOut[next++] ?? 'counted'
    return treatment === 'counted' ? raw : { ...raw, treatment }
  })
  return { combined, values: treated, allKept: verdict.allKept }
}

/** SPEC S-28: where whole sheets are combined, a criterion's own figure is its mean over the sheets that counted. */
function figuresOnCountedSheets(
  criteria: readonly CriterionRules[],
  rounding: readonly Rounding[],
  counted: readonly Reading[],
): CriterionFigure[] {
  const display = displayAt(rounding, 'criterion')
  return criteria.map(({ id }, index) => {
    const value = mean(counted.map(({ marks }) => markAt(marks, index)))
    return { criterion: id, value, shown: shown(value, display) }
  })
}

function allOutliersKept(round: RoundRules, { team }: RoundInput, criterion: string | null): Flag {
  return { team, round: round.id, kind: 'all-outliers-kept', criterion }
}
