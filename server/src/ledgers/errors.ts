/**
 * What a ledger may answer instead of success. Each is a class, so that callers tell them apart without reading texts.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'

/** The contest has moved on: nothing was written, and `head` is where it truly stands. */
export class StaleHead extends Error {
  override readonly name = 'StaleHead'
  readonly head: Head
  constructor(head: Head) {
    super(`the head is commit ${head.number}`)
    this.head = head
  }
}

/** Why a ledger cannot write or read now; kebab-case reasons that the screens put into words. */
export type UnavailableReason = 'disk-full' | 'read-only' | 'input-output' | 'not-answering'

/** The medium fails. `outcome: 'none'` promises that nothing was written; `'unknown'` that only reading back can tell. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable'
  readonly reason: UnavailableReason
  readonly outcome: 'none' | 'unknown'
  constructor(reason: UnavailableReason, outcome: 'none' | 'unknown', cause: unknown) {
    super(`the ledger is unavailable: ${reason}`, { cause })
    this.reason = reason
    this.outcome = outcome
  }
}

/** A batch or a commit is larger than this ledger takes: nothing was written. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded'
  readonly limit: string
  readonly bound: number
  constructor(limit: string, bound: number) {
    super(`${limit} is over ${bound}`)
    this.limit = limit
    this.bound = bound
  }
}

/** Used after `close()`. */
export class LedgerClosed extends Error {
  override readonly name = 'LedgerClosed'
}

/** The data folder belongs to another process that is alive. */
export class LedgerInUse extends Error {
  override readonly name = 'LedgerInUse'
}

/** The data folder was written by a newer version of this program; it is left as it is. */
export class LedgerTooNew extends Error {
  override readonly name = 'LedgerTooNew'
  readonly found: number
  readonly known: number
  constructor(found: number, known: number) {
    super(`the ledger has format ${found}, this version knows formats up to ${known}: please update`)
    this.found = found
    this.known = known
  }
}
