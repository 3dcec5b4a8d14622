/**
 * What an append is asked to write, checked against the limits and put together for the trip to the storage thread: two long texts
 * travel, and are written, in a fraction of the time of a thousand short ones.
 * This runs on the event loop for every commit, so it is one plain loop.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import { isLongerThan } from '../byte-length.ts'
import type { LedgerLimits } from '../limits.ts'
import { LimitExceeded } from './errors.ts'
import type { StoredCommit } from './ledger.ts'

/** Commits that stand together, one a line in both texts. */
export interface Batch {
  readonly count: number
  readonly hashes: string
  readonly lines: string
}

/**
 * Throws `LimitExceeded` for what is too large, `RangeError` (a bug of the caller) for no commits, a gap in their numbers or a line that
 * is more than one.
 */
export function checkBatch(after: Head, commits: readonly StoredCommit[], limits: LedgerLimits): Batch {
  if (commits.length === 0) throw new RangeError('an append without commits')
  if (commits.length > limits.commitsPerAppend) throw new LimitExceeded('commits per append', limits.commitsPerAppend)
  const hashes: string[] = []
  const lines: string[] = []
  let expected = after.number
  for (const { number, hash, line } of commits) {
    expected += 1
    if (number !== expected) throw new RangeError(`commit ${number} stands where commit ${expected} must`)
    if (line.includes('\n')) throw new RangeError(`commit ${number} is more than one line`)
    if (isLongerThan(line, limits.bytesPerLine)) throw new LimitExceeded('bytes per line', limits.bytesPerLine)
    hashes.push(hash)
    lines.push(line)
  }
  const joined = lines.join('\n')
  const lineBreaks = commits.length - 1
  if (isLongerThan(joined, limits.bytesPerAppend + lineBreaks)) {
    throw new LimitExceeded('bytes per append', limits.bytesPerAppend)
  }
  return { count: commits.length, hashes: hashes.join('\n'), lines: joined }
}
