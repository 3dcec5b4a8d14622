/**
 * What the judges' sheets of one round come to: steps 1 to 4 of the order of work (SPEC S-5 to S-13). Takes the sheets
 * that exist; whether all that are due have come in is not asked here.
 */
import { add, type Column, columnOf, meanOf, mul, parseDecimal, ZERO } from './exact.ts'
import type { CriterionFigure, JudgedPart, SheetValue } from './judged-results.ts'
import { type Readings, readSheets } from './readings.ts'
import type { Flag } from './results.ts'
import { displayAt, type Rounding, roundedAt, roundingAt, shown } from './rounding.ts'
import { type Settled, settle } from './settle.ts'
import { countedJudges, groupValues, judgeValues, type Spoken } from './spoken.ts'
import type { CriterionRules, RoundInput, RoundRules } from './types.ts'
import { voicesOf } from './voices.ts'

export type Judged = {
  readonly parts: readonly JudgedPart[]
  readonly figures: readonly CriterionFigure[]
  readonly flags: readonly Flag[]
  /** Each judge's whole sheet, rounded at `sheet`. */
  readonly sheets: readonly SheetValue[]
}

const ONE = parseDecimal('1')

/** Asks for at least one sheet. Throws when a sheet lacks the mark of a criterion that judges score. */
export function judge(round: RoundRules, rounding: readonly Rounding[], input: RoundInput): Judged {
  const criteria = round.criteria.filter(({ scoredBy }) => scoredBy === 'judges')
  const read = readSheets(round, criteria, input.team, input.sheets)
  const isRounded = roundingAt(rounding, 'sheet') !== null
  const whole = isRounded
    ? columnOf(read.sheets.values.map((value) => roundedAt(value, rounding, 'sheet')))
    : read.sheets
  const task: Task = { round, rounding, team: input.team, criteria, read, whole }
  return {
    ...(round.combine.over === 'sheet' ? overSheets(task) : overCriteria(task)),
    get sheets() {
      return read.judges.map((id, index) => ({ judge: id, value: whole.values[index] ?? ZERO }))
    },
  }
}

/** What there is to combine, and by which rules. */
interface Task {
  readonly round: RoundRules
  readonly rounding: readonly Rounding[]
  readonly team: string
  /** Those that judges score. */
  readonly criteria: readonly CriterionRules[]
  readonly read: Readings
  /** The whole sheets, rounded at `sheet`. */
  readonly whole: Column
}

type Parts = Omit<Judged, 'sheets'>

function overSheets(task: Task): Parts {
  const { round, rounding, criteria, read, whole } = task
  const maximum = criteria.reduce(
    (most, { weight, maximum: top }) => add(most, mul(parseDecimal(weight), parseDecimal(top))),
    ZERO,
  )
  const spoken = speak(round, read, read.sheets, whole)
  const settled = settle(round, spoken.voices.values, maximum, rounding)
  const { combined } = settled
  return {
    parts: [
      { ...partOf(null, spoken, settled), rounded: combined, weight: ONE, unrounded: combined, points: combined },
    ],
    figures: figuresOnCountedSheets(task, spoken, settled),
    flags: flagsOf(task, null, settled),
  }
}

function overCriteria(task: Task): Parts {
  const { round, rounding, criteria, read } = task
  const display = displayAt(rounding, 'criterion')
  const flags: Flag[] = []
  const figures: CriterionFigure[] = []
  const parts = criteria.map(({ id, weight: weightText, maximum }, index): JudgedPart => {
    const values = read.criteria[index] ?? columnOf([])
    const spoken = speak(round, read, values, values)
    const settled = settle(round, spoken.voices.values, parseDecimal(maximum), rounding)
    flags.push(...flagsOf(task, id, settled))
    const rounded = roundedAt(settled.combined, rounding, 'criterion')
    figures.push({ criterion: id, value: rounded, shown: shown(rounded, display) })
    const weight = parseDecimal(weightText)
    const unrounded = mul(rounded, weight)
    const points = roundedAt(unrounded, rounding, 'weighted-criterion')
    return { ...partOf(id, spoken, settled), rounded, weight, unrounded, points }
  })
  return { parts, figures, flags }
}

function speak(round: RoundRules, read: Readings, unrounded: Column, given: Column): Spoken {
  return { read, unrounded, given, voices: voicesOf(round.judgeGroups, () => read.judges, given) }
}

/** What became of each value is listed when it is asked for: a large panel's score is made far more often than it is explained. */
function partOf(
  criterion: string | null,
  spoken: Spoken,
  settled: Settled,
): Pick<JudgedPart, 'criterion' | 'combined' | 'listed'> {
  return {
    criterion,
    combined: settled.combined,
    listed: () => ({ values: judgeValues(spoken, settled), groups: groupValues(spoken, settled) }),
  }
}

/** SPEC S-28: where whole sheets are combined, a criterion's own figure is its mean over the sheets that counted. */
function figuresOnCountedSheets(
  { criteria, rounding, read }: Task,
  spoken: Spoken,
  settled: Settled,
): CriterionFigure[] {
  const display = displayAt(rounding, 'criterion')
  const counts = countedJudges(spoken, settled)
  return criteria.map(({ id }, index) => {
    const column = read.criteria[index] ?? columnOf([])
    const value = meanOf(counts ? columnOf(column.values.filter((_, at) => counts[at])) : column)
    return { criterion: id, value, shown: shown(value, display) }
  })
}

function flagsOf({ round, team }: Task, criterion: string | null, { flag }: Settled): Flag[] {
  return flag === null ? [] : [{ team, round: round.id, kind: flag, criterion }]
}
