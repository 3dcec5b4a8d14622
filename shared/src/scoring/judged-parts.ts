/**
 * What the judges' sheets of one round come to: steps 1 to 4 of the order of work (SPEC S-5 to S-13). Takes the sheets
 * that exist; whether all that are due have come in is not asked here.
 */
import { combineMethod } from './combine/registry.ts'
import { add, type Exact, mean, mul, parseDecimal, sum, ZERO } from './exact.ts'
import { outlierRule } from './outliers/registry.ts'
import { own } from './own.ts'
import type { CriterionFigure, Flag, JudgedPart, JudgeValue, Treatment } from './results.ts'
import { displayAt, type Rounding, roundedAt, shown, written } from './rounding.ts'
import type { CriterionRules, RoundInput, RoundRules, SheetInput } from './types.ts'

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
  const values = input.sheets.map((sheet) => valueOfSheet(sheet, round, criteria, rounding))
  const maximum = criteria.reduce(
    (most, { weight, maximum: top }) => add(most, mul(parseDecimal(weight), parseDecimal(top))),
    ZERO,
  )
  const settled = settle(round, values, maximum)
  const { combined } = settled
  const one = parseDecimal('1')
  return {
    parts: [{ criterion: null, values: settled.values, combined, rounded: combined, weight: one, points: combined }],
    figures: figuresOnCountedSheets(criteria, settled.values, rounding, input.sheets),
    flags: settled.allKept ? [allOutliersKept(round, input, null)] : [],
  }
}

interface KnownValue {
  readonly round: RoundRules
  readonly rounding: readonly Rounding[]
  readonly raw: RawValue
}
/** By a sheet's marks: a large panel's sheets are scored again with each that comes in, and they do not change. */
const knownValues = new WeakMap<SheetInput['marks'], KnownValue>()

function valueOfSheet(
  sheet: SheetInput,
  round: RoundRules,
  criteria: readonly CriterionRules[],
  rounding: readonly Rounding[],
): RawValue {
  const known = knownValues.get(sheet.marks)
  if (known?.round === round && known.rounding === rounding && known.raw.judge === sheet.judge) return known.raw
  const unrounded = sum(criteria.map(({ id, weight }) => mul(parseDecimal(weight), markOn(sheet, id))))
  const value = roundedAt(unrounded, rounding, 'sheet')
  const raw: RawValue = {
    judge: sheet.judge,
    unrounded,
    value,
    shown: written(value, displayAt(rounding, 'sheet')),
    treatment: 'counted',
  }
  knownValues.set(sheet.marks, { round, rounding, raw })
  return raw
}

function overCriteria(
  round: RoundRules,
  criteria: readonly CriterionRules[],
  rounding: readonly Rounding[],
  input: RoundInput,
): Judged {
  const display = displayAt(rounding, 'criterion')
  const flags: Flag[] = []
  const parts = criteria.map(({ id, weight: weightText, maximum }) => {
    const values = input.sheets.map((sheet): RawValue => {
      const value = markOn(sheet, id)
      return { judge: sheet.judge, unrounded: value, value, shown: written(value, display), treatment: 'counted' }
    })
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
  values: readonly JudgeValue[],
  rounding: readonly Rounding[],
  sheets: readonly SheetInput[],
): CriterionFigure[] {
  const counted = sheets.filter((_, index) => values[index]?.treatment === 'counted')
  return criteria.map(({ id }) => {
    const value = mean(counted.map((sheet) => markOn(sheet, id)))
    return { criterion: id, value, shown: shown(value, displayAt(rounding, 'criterion')) }
  })
}

function markOn(sheet: SheetInput, criterion: string): Exact {
  const mark = own(sheet.marks, criterion)
  if (mark === undefined) throw new Error(`the sheet of ${sheet.judge} has no mark for ${criterion}`)
  return parseDecimal(mark)
}

function allOutliersKept(round: RoundRules, { team }: RoundInput, criterion: string | null): Flag {
  return { team, round: round.id, kind: 'all-outliers-kept', criterion }
}
