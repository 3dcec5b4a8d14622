/**
 * What stands on a sheet when it is opened: the phone's own draft, or the marks of a reopened sheet, to be corrected; otherwise
 * nothing at all, never a 0.
 */
import type { OwnSheetEntry } from '@bang-diem/shared/views/judge-entries.ts'
import type { Texts } from '../marks/sheet-total.ts'

/** What a phone keeps of a sheet that is not in yet. */
export interface Draft {
  readonly revision: number
  readonly texts: Texts
}

/** A draft of an earlier revision has been submitted since: the marks that the hub has are newer. */
export function startingMarks(entry: Pick<OwnSheetEntry, 'revision' | 'marks'>, draft: Draft | undefined): Texts {
  if (draft && draft.revision >= entry.revision) return draft.texts
  return entry.marks ?? draft?.texts ?? {}
}
