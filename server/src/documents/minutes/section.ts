/** What every section of the minutes is made from, and how its sheets are called. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Names } from '@bang-diem/shared/scoring/wording.ts'
import type { AboutStage, Making } from '../document.ts'
import type { Block, Figure, ListItem } from '../paper.ts'
import { sheetSum } from '../parts/sheets.ts'
import type { StageTable } from '../parts/stage-table.ts'
import type { MinutesWords } from '../words/minutes.ts'
import { written } from '../written.ts'

export interface Section {
  readonly making: Making<AboutStage>
  readonly stage: Stage
  readonly table: StageTable
  readonly words: MinutesWords
  readonly names: Names
}

/** The sum of a sheet of a round, with the places that its sheets can need. */
export function sumOfSheet({ making }: Section, round: string, marks: Readonly<Record<string, string>>): Figure | null {
  const rules = lookupsOf(definitionOf(making.state)).rounds.get(round)
  return sheetSum(marks, rules ? judgedCriteria(rules) : [])
}

export function figureWritten({ making }: Section, figure: Figure | null, otherwise: string): string {
  return figure === null ? otherwise : written(figure, making.language)
}

/** A section that is a list, or says that there is nothing to list. */
export function listed(heading: string, items: readonly ListItem[], none: string): Block[] {
  return [
    { kind: 'heading', text: heading },
    items.length === 0 ? { kind: 'text', text: none } : { kind: 'list', items, numbered: false },
  ]
}

/** True for a round of this stage. */
export function isOfStage({ stage }: Section, round: string): boolean {
  return stage.rounds.some(({ id }) => id === round)
}
