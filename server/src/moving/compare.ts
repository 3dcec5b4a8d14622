/**
 * Lays one contest's history in two places side by side, line by line, and proves the one that is to be brought over on the way.
 * It reads both from their first commit and changes neither.
 */
import { genesis, type Head, type Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { Histories } from '../ledgers/ledger.ts'
import { OneByOne } from '../ledgers/one-by-one.ts'
import { provenAfter } from '../ledgers/verify.ts'

export type Standing =
  /** What is in `to` is all of `from`, or a beginning of it: `there` is as far as it goes. */
  | { readonly kind: 'beginning'; readonly all: Head; readonly there: Head }
  /** All of `from` is in `to`, and more. */
  | { readonly kind: 'ahead'; readonly all: Head }
  /** The first commit that is another one. */
  | { readonly kind: 'other'; readonly number: number }

/** Rejects with `BrokenChain` when the history in `from` is not what was written. */
export async function compare(from: Histories, to: Histories, contest: string, sha256: Sha256): Promise<Standing> {
  const arrived = new OneByOne(to.read(contest, 0))
  let all = genesis(contest, sha256)
  let there = all
  for await (const chunk of provenAfter(from, contest, all, sha256)) {
    for (const { number, hash, line } of chunk) {
      const found = await arrived.next()
      if (found && (found.number !== number || found.hash !== hash || found.line !== line))
        return { kind: 'other', number }
      all = { number, hash }
      if (found) there = all
    }
  }
  return (await arrived.next()) ? { kind: 'ahead', all } : { kind: 'beginning', all, there }
}
