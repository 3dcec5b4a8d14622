/** Between a commit with its facts and the line that ledgers keep. */
import { type Commit, checkNext, type Head, type Sealed, type Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { Fact } from '@bang-diem/shared/ledger/facts.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import type { StoredCommit } from './ledgers/ledger.ts'
import { BrokenChain } from './ledgers/verify.ts'

export type FactCommit = Commit<Fact>

export function storedOf({ commit, line }: Sealed): StoredCommit {
  return { number: commit.number, hash: commit.hash, line }
}

/** Reads stored commits that must follow `after`. Throws `BrokenChain` or `UnknownFact`. */
export function readAfter(contest: string, after: Head, stored: readonly StoredCommit[], sha256: Sha256): FactCommit[] {
  const commits: FactCommit[] = []
  let head = after
  for (const { line } of stored) {
    const check = checkNext(head, line, sha256)
    if (!check.ok) throw new BrokenChain(contest, check.fault)
    commits.push(readFacts(check.commit))
    head = { number: check.commit.number, hash: check.commit.hash }
  }
  return commits
}
