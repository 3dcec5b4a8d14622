/**
 * Sheets as columns of numbers. A large panel's sheets are scored again with each that comes in, and those that are in do not change:
 * so what was read of a team's sheets, and what they come to, is kept until they are read the next time.
 */
import { add, type Column, type Exact, mul, parseDecimal, sum, ZERO } from './exact.ts'
import { own } from './own.ts'
import type { CriterionRules, RoundRules, SheetInput } from './types.ts'

/** All columns stand in the order of the sheets. */
export interface Readings {
  readonly judges: readonly string[]
  /** The weighted sum of each sheet. */
  readonly sheets: Column
  /** The marks of each criterion that judges score, in the round's order. */
  readonly criteria: readonly Column[]
}

/** One sheet: the marks by criterion, and then their weighted sum. */
interface Row {
  readonly of: SheetInput
  readonly numbers: readonly Exact[]
}

interface Read {
  readonly rows: readonly Row[]
  /** What the rows come to, number by number. */
  readonly totals: readonly Exact[]
}
const nothingRead: Read = { rows: [], totals: [] }
const known = new WeakMap<RoundRules, Map<string, Read>>()

/** Throws when a sheet lacks the mark of a criterion that judges score. */
export function readSheets(
  round: RoundRules,
  criteria: readonly CriterionRules[],
  team: string,
  sheets: readonly SheetInput[],
): Readings {
  const teams = known.get(round) ?? new Map<string, Read>()
  known.set(round, teams)
  const read = readAgain(criteria, sheets, teams.get(team) ?? nothingRead)
  teams.set(team, read)
  const { rows, totals } = read
  const column = (index: number): Column => ({
    count: rows.length,
    total: totals[index] ?? ZERO,
    get values() {
      return rows.map(({ numbers }) => numbers[index] ?? ZERO)
    },
  })
  return {
    get judges() {
      return rows.map(({ of }) => of.judge)
    },
    sheets: column(criteria.length),
    criteria: criteria.map((_, index) => column(index)),
  }
}

/** Both lists stand in the panel's order, so that one step further tells whether a sheet was read before. */
function readAgain(criteria: readonly CriterionRules[], sheets: readonly SheetInput[], before: Read): Read {
  const weights = criteria.map(({ weight }) => parseDecimal(weight))
  const fresh: Row[] = []
  let next = 0
  const rows = sheets.map((sheet) => {
    const row = before.rows[next]
    if (row?.of.judge === sheet.judge && row.of.marks === sheet.marks) {
      next += 1
      return row
    }
    const made = { of: sheet, numbers: numbersOn(criteria, weights, sheet) }
    fresh.push(made)
    return made
  })
  const places = [...criteria.keys(), criteria.length]
  // Where a sheet has gone or changed, everything is added up anew.
  const [added, onto] = next === before.rows.length ? [fresh, before.totals] : [rows, []]
  const totals = places.map((index) =>
    add(onto[index] ?? ZERO, sum(added.map(({ numbers }) => numbers[index] ?? ZERO))),
  )
  return { rows, totals }
}

function numbersOn(
  criteria: readonly CriterionRules[],
  weights: readonly Exact[],
  sheet: SheetInput,
): readonly Exact[] {
  const marks = criteria.map(({ id }) => markOn(sheet, id))
  const weighted = sum(marks.map((mark, index) => mul(weights[index] ?? ZERO, mark)))
  return [...marks, weighted]
}

function markOn(sheet: SheetInput, criterion: string): Exact {
  const mark = own(sheet.marks, criterion)
  if (mark === undefined) throw new Error(`the sheet of ${sheet.judge} has no mark for ${criterion}`)
  return parseDecimal(mark)
}
