/**
 * A definition out of the sheets of a workbook (SPEC D-30 and on), or every problem with the cell in which it is. The way back is `sheetsOf`
 * in `export.ts`.
 */
import * as v from 'valibot'
import { type Definition, definitionSchema, parseDefinition } from '../definition.ts'
import { type Problem, problemsOf } from '../problems.ts'
import { cellName, type SheetTable } from './cells.ts'
import { type Draft, readSheets } from './import.ts'
import type { Placed } from './raw-table.ts'

/** `cell` as spreadsheet programs call it: `Đội thi!B7`. */
export interface CellProblem extends Problem {
  readonly cell: string
}

export type WorkbookReading =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly CellProblem[] }

export function readWorkbook(sheets: readonly SheetTable[]): WorkbookReading {
  const draft = readSheets(sheets)
  const parsed = parseDefinition(draft.input)
  if (draft.faults.length === 0 && parsed.ok) return parsed
  const { places } = draft
  const others = problemsIn(draft).map((problem) => ({ ...problem, place: places.nearest(problem.path) }))
  return { ok: false, problems: inOrder(sheets, [...draft.faults, ...unrelated(draft, others)]) }
}

/** All problems of what was read; without cross-checks where these would speak about what could not be read. */
function problemsIn({ input, faults, lacksRows }: Draft): readonly Problem[] {
  const isWhole = !lacksRows && faults.every(({ code }) => code === 'unknown-reference' || code === 'unknown-sheet')
  if (isWhole) {
    const parsed = parseDefinition(input)
    return parsed.ok ? [] : parsed.problems
  }
  const parsed = v.safeParse(definitionSchema, input)
  return parsed.success ? [] : problemsOf(parsed.issues)
}

/** Without what follows from a fault that is told already: in the same cell, because rows are missing, or about what is no number at all. */
function unrelated({ faults, lacksRows }: Draft, others: readonly Placed[]): Placed[] {
  const told = new Set(faults.map(({ place }) => cellName(place)))
  const noNumbers = new Set(others.filter(({ code }) => code === 'not-a-decimal').map(({ path }) => path))
  return others.filter(({ place, path, code }) => {
    if (told.has(cellName(place)) || (noNumbers.has(path) && code !== 'not-a-decimal')) return false
    return !(lacksRows && /(?:^|\.)(?:teams|judges|stages|rounds|criteria)$/.test(path))
  })
}

/** As one reads: by sheet, then row by row. */
function inOrder(sheets: readonly SheetTable[], problems: readonly Placed[]): CellProblem[] {
  const rankOf = new Map(sheets.map(({ name }, index) => [name, index]))
  const rank = ({ place }: Placed) => rankOf.get(place.sheet) ?? sheets.length
  return problems
    .toSorted((a, b) => rank(a) - rank(b) || a.place.row - b.place.row || a.place.column - b.place.column)
    .map(({ place, ...problem }) => ({ ...problem, cell: cellName(place) }))
}
