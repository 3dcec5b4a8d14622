/**
 * How a judge's own sheet stands, from what the hub says of it and from the phone's own command about it. It keeps nothing.
 */
import type { OwnSheetEntry } from '@bang-diem/shared/views/judge-entries.ts'

/**
 * `marking`: may be written. `sending`: submitted here, not yet answered. `received`: the hub has it, and has not said to this phone
 * that it is durable. `recorded`: in the ledger. `closed`: revealed or certified without it. `excused`: this judge does not mark this team.
 */
export type Phase = 'marking' | 'sending' | 'received' | 'recorded' | 'closed' | 'excused'

/** The phone's own `submitSheet` for this sheet at its present revision, as the outbox knows it. */
export type Submission = 'stored' | 'sending' | 'received' | 'recorded' | 'refused' | undefined

/**
 * What the hub says comes first, except that a submission which the view does not show yet is believed: the view follows the
 * acknowledgement by a moment, and in that moment the sheet must not look as if it were open. Nor is it recorded because the view shows
 * it, as long as this phone waits for the hub's word on it.
 */
export function phaseOf(status: OwnSheetEntry['status'], submission: Submission): Phase {
  const isIn = submission === 'received' || submission === 'recorded'
  switch (status) {
    case 'submitted':
      return submission === undefined || submission === 'recorded' || submission === 'refused' ? 'recorded' : 'received'
    case 'excused':
      return 'excused'
    case 'closed':
      return isIn ? submission : 'closed'
    case 'open':
    case 'reopened':
      if (isIn) return submission
      return submission === 'stored' || submission === 'sending' ? 'sending' : 'marking'
  }
}

/** True when the hub has the sheet. */
export function isInHub(phase: Phase): phase is 'received' | 'recorded' {
  return phase === 'received' || phase === 'recorded'
}
