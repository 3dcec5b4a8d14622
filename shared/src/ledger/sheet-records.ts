/** Sheets as the state keeps them: the present one of each judge, and what it was before it was opened again. It adds nothing up. */
import type { Head } from './commit.ts'
import type { Paper } from './desk-records.ts'

/** A sheet with marks. An absent sheet is simply not in the map; a reopened one keeps its old marks for the judge to correct. */
export interface Sheet {
  readonly status: 'submitted' | 'reopened'
  /** 0 at first; grows by one each time that the sheet is reopened. */
  readonly revision: number
  readonly marks: Readonly<Record<string, string>>
  readonly commit: Head
  readonly at: number
  /** The judge's name when the sheet came in: another person may sit in the seat by now. */
  readonly name: string | null
  /** Who entered it from paper; `null` when the judge submitted it. */
  readonly paper: Paper | null
}

/** A sheet as it was before it was reopened by this request. */
export interface FormerSheet {
  readonly sheet: Sheet
  readonly request: string
}
