/**
 * Sheets as numbers. A large panel's sheets are scored again with each that comes in, and those that are in do not change: so what was
 * read of a sheet is kept, by team and judge, for as long as the round's rules are.
 */
import { type Exact, mul, parseDecimal, sum } from './exact.ts'
import { own } from './own.ts'
import type { CriterionRules, RoundRules, SheetInput } from './types.ts'

/** One judge's marks: by the criteria that judges score, in the round's order, and their weighted sum. */
export interface Reading {
  readonly judge: string
  readonly marks: readonly Exact[]
  readonly sum: Exact
}

interface Known {
  readonly of: SheetInput['marks']
  readonly reading: Reading
}
const known = new WeakMap<RoundRules, Map<string, Map<string, Known>>>()

/** Throws when a sheet lacks the mark of a criterion that judges score. */
export function readingsOf(
  round: RoundRules,
  criteria: readonly CriterionRules[],
  team: string,
  sheets: readonly SheetInput[],
): readonly Reading[] {
  const before = knownOf(round, team)
  return sheets.map((sheet) => {
    const { judge, marks } = sheet
    const found = before.get(judge)
    if (found?.of === marks) return found.reading
    const reading = readingOf(criteria, sheet)
    before.set(judge, { of: marks, reading })
    return reading
  })
}

/** The mark of the criterion at that place among those that judges score. */
export function markAt(marks: Reading['marks'], index: number): Exact {
  const mark = marks[index]
  if (mark === undefined) throw new RangeError(`there is no criterion ${index}`)
  return mark
}

function readingOf(criteria: readonly CriterionRules[], sheet: SheetInput): Reading {
  const marks: Exact[] = []
  const weighted: Exact[] = []
  for (const { id, weight } of criteria) {
    const mark = markOn(sheet, id)
    marks.push(mark)
    weighted.push(mul(parseDecimal(weight), mark))
  }
  return { judge: sheet.judge, marks, sum: sum(weighted) }
}

function markOn(sheet: SheetInput, criterion: string): Exact {
  const mark = own(sheet.marks, criterion)
  if (mark === undefined) throw new Error(`the sheet of ${sheet.judge} has no mark for ${criterion}`)
  return parseDecimal(mark)
}

function knownOf(round: RoundRules, team: string): Map<string, Known> {
  const teams = known.get(round) ?? new Map<string, Map<string, Known>>()
  known.set(round, teams)
  const judges = teams.get(team) ?? new Map<string, Known>()
  teams.set(team, judges)
  return judges
}
