/** What stands in the ledger after a head: as stored, and read and proved. */
import type { Head, Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { Ledger, StoredCommit } from './ledgers/ledger.ts'
import { type FactCommit, readAfter } from './stored.ts'

export interface Tail {
  readonly stored: readonly StoredCommit[]
  readonly commits: readonly FactCommit[]
}

/** Rejects with `BrokenChain` or `UnknownFact` when it does not follow `head`, and with what the ledger rejects with. */
export async function readTail(ledger: Ledger, contest: string, head: Head, sha256: Sha256): Promise<Tail> {
  const stored: StoredCommit[] = []
  for await (const chunk of ledger.read(contest, head.number)) stored.push(...chunk)
  return tailOf(contest, head, stored, sha256)
}

/** Throws `BrokenChain` or `UnknownFact`. */
export function tailOf(contest: string, head: Head, stored: readonly StoredCommit[], sha256: Sha256): Tail {
  return { stored, commits: readAfter(contest, head, stored, sha256) }
}
