/** How much of what is pending goes into one append: as many commits and bytes as the ledger takes at once. */
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { bytesAtMost, isLongerThan } from './byte-length.ts'
import type { StoredCommit } from './ledgers/ledger.ts'
import type { FactCommit } from './stored.ts'

/** A commit that waits for its append, with the line it will be stored as. */
export interface PendingCommit {
  readonly commit: FactCommit
  readonly stored: StoredCommit
}

export interface GroupLimits {
  readonly commitsPerAppend: number
  readonly bytesPerAppend: number
  readonly bytesPerLine: number
  /** What is told to whoever waited for an append that failed. */
  readonly retrySeconds: number
}

/** The longest beginning of `pending` within the limits; at least one commit. */
export function nextGroup(pending: readonly PendingCommit[], limits: GroupLimits): readonly PendingCommit[] {
  let bytes = 0
  let count = 0
  for (const { stored } of pending) {
    bytes += bytesAtMost(stored.line)
    if (count > 0 && (count === limits.commitsPerAppend || bytes > limits.bytesPerAppend)) break
    count += 1
  }
  return pending.slice(0, count)
}

/** True when the ledger takes the line at all. */
export function fitsLedger({ line }: StoredCommit, { bytesPerLine }: GroupLimits): boolean {
  return !isLongerThan(line, bytesPerLine)
}

/** A command whose facts are longer than any ledger takes: a definition, or a reveal with hundreds of deductions. */
export function tooLong({ bytesPerLine }: GroupLimits): Refusal {
  return {
    code: 'command-invalid',
    problems: [{ path: '', code: 'too-long', params: { bound: String(bytesPerLine) } }],
  }
}
