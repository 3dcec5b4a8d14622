/**
 * What an append is asked to write, checked against the limits and split for the trip to the storage thread.
 * This runs on the event loop for every commit, so it is one plain loop.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { LedgerLimits } from '../../limits.ts'
import { LimitExceeded } from '../errors.ts'
import type { StoredCommit } from '../ledger.ts'

export interface Batch {
  readonly hashes: string[]
  readonly lines: string[]
}

/** Throws `LimitExceeded` for what is too large, `RangeError` (a bug of the caller) for no commits or a gap in their numbers. */
export function checkBatch(after: Head, commits: readonly StoredCommit[], limits: LedgerLimits): Batch {
  if (commits.length === 0) throw new RangeError('an append without commits')
  if (commits.length > limits.commitsPerAppend) throw new LimitExceeded('commits per append', limits.commitsPerAppend)
  const hashes: string[] = []
  const lines: string[] = []
  let expected = after.number
  let bytes = 0
  for (const { number, hash, line } of commits) {
    expected += 1
    if (number !== expected) throw new RangeError(`commit ${number} stands where commit ${expected} must`)
    const size = Buffer.byteLength(line)
    if (size > limits.bytesPerLine) throw new LimitExceeded('bytes per line', limits.bytesPerLine)
    bytes += size
    hashes.push(hash)
    lines.push(line)
  }
  if (bytes > limits.bytesPerAppend) throw new LimitExceeded('bytes per append', limits.bytesPerAppend)
  return { hashes, lines }
}
