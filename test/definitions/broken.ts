/** What a broken workbook and a broken definition are: one mistake each, and what must be told about it. */
import type { ProblemCode } from '@bang-diem/shared/contest/problems.ts'
import type { Paper } from './sheet-paper.ts'

export interface BrokenWorkbook {
  readonly mistake: string
  /** Makes the mistake, and says in which cell it must be told. */
  readonly spoil: (paper: Paper) => string
  readonly code: ProblemCode
}

export interface BrokenDefinition {
  readonly mistake: string
  /** Where the value is put; `undefined` takes the key away. */
  readonly path: string
  readonly value: unknown
  readonly code: ProblemCode
  /** Where the problem must be told, if that is another place. */
  readonly told?: string
}
