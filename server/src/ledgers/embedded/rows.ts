/** A row of the database: what one append wrote, the hashes and the lines of its commits one a line. */
import * as v from 'valibot'
import type { StoredCommit } from '../ledger.ts'

export const headRow = v.object({ last: v.number(), hashes: v.string() })
export const appendRow = v.object({ last: v.number(), hashes: v.string(), lines: v.string() })

/** The hash of the last of commits that stand together. */
export function lastOf(hashes: string): string {
  return hashes.slice(hashes.lastIndexOf('\n') + 1)
}

/** The commits of one append. The hashes give the numbers; where lines and hashes are not as many, something was changed from outside. */
export function* commitsIn({ last, hashes, lines }: v.InferOutput<typeof appendRow>): Generator<StoredCommit> {
  const [everyHash, everyLine] = [hashes.split('\n'), lines.split('\n')]
  const first = last - everyHash.length + 1
  for (let index = 0; index < Math.max(everyHash.length, everyLine.length); index++) {
    yield { number: first + index, hash: everyHash[index] ?? '', line: everyLine[index] ?? '' }
  }
}
