/**
 * How a judge's own sheet stands, from what the hub says of it and from the phone's own command about it. It keeps nothing.
 */
import type { OwnSheetEntry } from '@bang-diem/shared/views/entries.ts'

/**
 * `marking`: may be written. `sending`: submitted here, not yet answered. `recorded`: in the ledger. `closed`: revealed or certified
 * without it. `excused`: this judge does not mark this team.
 */
export type Phase = 'marking' | 'sending' | 'recorded' | 'closed' | 'excused'

/** The phone's own `submitSheet` for this sheet at its present revision, as the outbox knows it. */
export type Submission = 'stored' | 'sending' | 'recorded' | 'refused' | undefined

/**
 * What the hub says comes first, except that a submission which the view does not show yet is believed: the view follows the
 * acknowledgement by a moment, and in that moment the sheet must not look as if it were open.
 */
export function phaseOf(status: OwnSheetEntry['status'], submission: Submission): Phase {
  switch (status) {
    case 'submitted':
      return 'recorded'
    case 'excused':
      return 'excused'
    case 'closed':
      return submission === 'recorded' ? 'recorded' : 'closed'
    case 'open':
    case 'reopened':
      if (submission === 'recorded') return 'recorded'
      return submission === 'stored' || submission === 'sending' ? 'sending' : 'marking'
  }
}
