/** Sheets as every paper reads them: which are in, and what their marks add up to. */
import type { Criterion } from '@bang-diem/shared/contest/definition.ts'
import type { Sheet } from '@bang-diem/shared/ledger/sheet-records.ts'
import { type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import { sheetDecimals, sheetTotal } from '@bang-diem/shared/scoring/sheet-total.ts'
import type { Figure } from '../paper.ts'

export interface SheetPlace {
  readonly round: string
  readonly team: string
  readonly judge: string
}

/** A sheet that is open again is none until it is in. */
export function submittedSheet(state: State, { round, team, judge }: SheetPlace): Sheet | undefined {
  const sheet = sheetOf(state, round, team, judge)
  return sheet?.status === 'submitted' ? sheet : undefined
}

/** Σ weight × mark, with the places that such sheets can need; null where a mark is absent. */
export function sheetSum(marks: Readonly<Record<string, string>>, criteria: readonly Criterion[]): Figure | null {
  const number = sheetTotal(marks, criteria)
  const decimals = sheetDecimals(criteria.map((each) => ({ ...each, step: each.scale.step })))
  return number === null ? null : { number, decimals }
}
