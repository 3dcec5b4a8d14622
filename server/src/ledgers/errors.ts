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
export const unavailableReasons = [
  'disk-full',
  'read-only',
  'input-output',
  'not-answering',
  'out-of-memory',
  'not-allowed',
] as const
export type UnavailableReason = (typeof unavailableReasons)[number]

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

/** The contest's history has moved to another place and goes on there: nothing was written. */
export class ContestMoved extends Error {
  override readonly name = 'ContestMoved'
  readonly contest: string
  /** Where to, as it is told to people. */
  readonly to: string
  constructor(contest: string, to: string) {
    super(`contest ${contest} has moved to ${to}`)
    this.contest = contest
    this.to = to
  }
}

/** Every contest of the ledger has moved: there is nothing that may go on here. */
export class AllMoved extends Error {
  override readonly name = 'AllMoved'
  /** Where to, by contest. */
  readonly moved: ReadonlyMap<string, string>
  constructor(moved: ReadonlyMap<string, string>) {
    super('every contest has moved')
    this.moved = moved
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

/** Why a place cannot hold a ledger: no address, too old, only to be read, or one that throws keys away when memory is short. */
export type UnfitReason = 'no-address' | 'too-old' | 'read-only' | 'evicting'

/** The place is there and cannot hold a ledger. */
export class LedgerUnfit extends Error {
  override readonly name = 'LedgerUnfit'
  readonly reason: UnfitReason
  constructor(reason: UnfitReason, found: string) {
    super(`a ledger cannot be kept there: ${reason} (${found})`)
    this.reason = reason
  }
}
