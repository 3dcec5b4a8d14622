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

interface Row {
  readonly of: SheetInput
  /** By criterion. */
  readonly marks: readonly Exact[]
}

interface Read {
  readonly rows: readonly Row[]
  /** What the rows come to, by criterion. */
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
  const { rows, totals } = readAgain(criteria, sheets, teams.get(team) ?? nothingRead)
  teams.set(team, { rows, totals })
  const weights = criteria.map(({ weight }) => parseDecimal(weight))
  return {
    get judges() {
      return rows.map(({ of }) => of.judge)
    },
    sheets: {
      count: rows.length,
      // The weighted totals come to the same as the totals of what is weighted.
      total: weighted(weights, totals),
      get values() {
        return rows.map((row) => sumOf(row, weights))
      },
    },
    criteria: totals.map((total, index) => ({
      count: rows.length,
      total,
      get values() {
        return rows.map(({ marks }) => marks[index] ?? ZERO)
      },
    })),
  }
}

/** Both lists stand in the panel's order, so that one step further tells whether a sheet was read before. */
function readAgain(criteria: readonly CriterionRules[], sheets: readonly SheetInput[], before: Read): Read {
  const fresh: Row[] = []
  let next = 0
  const rows = sheets.map((sheet) => {
    const row = before.rows[next]
    if (row?.of.judge === sheet.judge && row.of.marks === sheet.marks) {
      next += 1
      return row
    }
    const made = { of: sheet, marks: criteria.map(({ id }) => markOn(sheet, id)) }
    fresh.push(made)
    return made
  })
  // Where a sheet has gone or changed, everything is added up anew.
  const [added, onto] = next === before.rows.length ? [fresh, before.totals] : [rows, []]
  const totals = criteria.map((_, index) =>
    add(onto[index] ?? ZERO, sum(added.map(({ marks }) => marks[index] ?? ZERO))),
  )
  return { rows, totals }
}

const knownSums = new WeakMap<Row, Exact>()

/** A sheet's weighted sum: asked for only where single sheets are looked at, and then again with each further sheet. */
function sumOf(row: Row, weights: readonly Exact[]): Exact {
  const before = knownSums.get(row)
  if (before) return before
  const made = weighted(weights, row.marks)
  knownSums.set(row, made)
  return made
}

function weighted(weights: readonly Exact[], values: readonly Exact[]): Exact {
  return sum(values.map((value, index) => mul(weights[index] ?? ZERO, value)))
}

function markOn(sheet: SheetInput, criterion: string): Exact {
  const mark = own(sheet.marks, criterion)
  if (mark === undefined) throw new Error(`the sheet of ${sheet.judge} has no mark for ${criterion}`)
  return parseDecimal(mark)
}
