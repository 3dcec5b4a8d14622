/** What every section of the minutes is made from, and how its sheets are called. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { sheetDecimals, sheetTotal } from '@bang-diem/shared/scoring/sheet-total.ts'
import type { Names } from '@bang-diem/shared/scoring/wording.ts'
import type { About, Making } from '../document.ts'
import type { Figure } from '../paper.ts'
import type { StageTable } from '../parts/stage-table.ts'
import type { MinutesWords } from '../words/minutes.ts'

export interface Section {
  readonly making: Making<Extract<About, { kind: 'stage' }>>
  readonly stage: Stage
  readonly table: StageTable
  readonly words: MinutesWords
  readonly names: Names
}

/** The sum of a sheet of a round, with the places that its sheets can need. */
export function sumOfSheet({ making }: Section, round: string, marks: Readonly<Record<string, string>>): Figure | null {
  const rules = lookupsOf(definitionOf(making.state)).rounds.get(round)
  const criteria = rules ? judgedCriteria(rules) : []
  const number = sheetTotal(marks, criteria)
  const decimals = sheetDecimals(
    criteria.map(({ weight, scale, scoredBy }) => ({ weight, step: scale.step, scoredBy })),
  )
  return number === null ? null : { number, decimals }
}

export function figureWritten({ making }: Section, figure: Figure | null, otherwise: string): string {
  return figure === null ? otherwise : showDecimal(figure.number, making.language, figure.decimals)
}

/** True for a round of this stage. */
export function isOfStage({ stage }: Section, round: string): boolean {
  return stage.rounds.some(({ id }) => id === round)
}
