/**
 * What the judges' sheets of one round come to: steps 1 to 4 of the order of work (SPEC S-5 to S-13). Takes the sheets
 * that exist; whether all that are due have come in is not asked here.
 */
import { combineMethod } from './combine/registry.ts'
import { add, type Column, columnOf, type Exact, meanOf, mul, parseDecimal, ZERO } from './exact.ts'
import { outlierRule } from './outliers/registry.ts'
import { type Readings, readSheets } from './readings.ts'
import type { CriterionFigure, Flag, JudgedPart, JudgeValue, Treatment } from './results.ts'
import { displayAt, type Rounding, roundedAt, roundingAt, shown } from './rounding.ts'
import type { CriterionRules, RoundInput, RoundRules } from './types.ts'

export type Judged = {
  readonly parts: readonly JudgedPart[]
  readonly figures: readonly CriterionFigure[]
  readonly flags: readonly Flag[]
}

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
  const read = readSheets(round, criteria, input.team, input.sheets)
  const isRounded = roundingAt(rounding, 'sheet') !== null
  const values = isRounded
    ? columnOf(read.sheets.values.map((value) => roundedAt(value, rounding, 'sheet')))
    : read.sheets
  const maximum = criteria.reduce(
    (most, { weight, maximum: top }) => add(most, mul(parseDecimal(weight), parseDecimal(top))),
    ZERO,
  )
  const settled = settle(round, values, maximum)
  const { combined } = settled
  const one = parseDecimal('1')
  return {
    parts: [
      {
        criterion: null,
        get values() {
          return judgeValues(read.judges, read.sheets, values, settled)
        },
        combined,
        rounded: combined,
        weight: one,
        points: combined,
      },
    ],
    figures: figuresOnCountedSheets(criteria, rounding, read, settled),
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
  const read = readSheets(round, criteria, input.team, input.sheets)
  const flags: Flag[] = []
  const figures: CriterionFigure[] = []
  const parts = criteria.map(({ id, weight: weightText, maximum }, index): JudgedPart => {
    const values = read.criteria[index] ?? columnOf([])
    const settled = settle(round, values, parseDecimal(maximum))
    if (settled.allKept) flags.push(allOutliersKept(round, input, id))
    const { combined } = settled
    const rounded = roundedAt(combined, rounding, 'criterion')
    figures.push({ criterion: id, value: rounded, shown: shown(rounded, display) })
    const weight = parseDecimal(weightText)
    return {
      criterion: id,
      get values() {
        return judgeValues(read.judges, values, values, settled)
      },
      combined,
      rounded,
      weight,
      points: mul(rounded, weight),
    }
  })
  return { parts, figures, flags }
}

interface Settled {
  readonly combined: Exact
  /** Parallel to the values; `null`: all of them counted. */
  readonly treatments: readonly Treatment[] | null
  /** Every value was an outlier, so none was left out. */
  readonly allKept: boolean
}

/** Leaves out the outliers, then combines what is left. */
function settle(round: RoundRules, column: Column, maximum: Exact): Settled {
  const { out, allKept } = outlierRule(round.outliers).apply({ values: column, maximum })
  const kept = out === null ? column : columnOf(column.values.filter((_, index) => out[index] === false))
  const { value: combined, leftOut } = combineMethod(round.combine).apply(kept)
  if (out === null && leftOut === null) return { combined, treatments: null, allKept }
  let next = 0
  const treatments = column.values.map((_, index): Treatment => {
    if (out?.[index]) return 'outlier'
    return leftOut?.[next++] ?? 'counted'
  })
  return { combined, treatments, allKept }
}

/** What became of each judge's value. Made when it is asked for: a large panel's score is made far more often than it is explained. */
function judgeValues(
  judges: readonly string[],
  unrounded: Column,
  rounded: Column,
  { treatments }: Settled,
): readonly JudgeValue[] {
  const [before, after] = [unrounded.values, rounded.values]
  return judges.map((id, index) => ({
    judge: id,
    unrounded: before[index] ?? ZERO,
    value: after[index] ?? ZERO,
    treatment: treatments?.[index] ?? 'counted',
  }))
}

/** SPEC S-28: where whole sheets are combined, a criterion's own figure is its mean over the sheets that counted. */
function figuresOnCountedSheets(
  criteria: readonly CriterionRules[],
  rounding: readonly Rounding[],
  read: Readings,
  { treatments }: Settled,
): CriterionFigure[] {
  const display = displayAt(rounding, 'criterion')
  return criteria.map(({ id }, index) => {
    const column = read.criteria[index] ?? columnOf([])
    const counted = treatments ? columnOf(column.values.filter((_, at) => treatments[at] === 'counted')) : column
    const value = meanOf(counted)
    return { criterion: id, value, shown: shown(value, display) }
  })
}

function allOutliersKept(round: RoundRules, { team }: RoundInput, criterion: string | null): Flag {
  return { team, round: round.id, kind: 'all-outliers-kept', criterion }
}
