/**
 * Reads a whole contest and proves its chain, commit by commit, before anybody builds on it.
 * It names what is wrong and stops there; it never repairs or skips.
 */
import {
  type ChainFault,
  type Commit,
  checkNext,
  genesis,
  type Head,
  type Sha256,
} from '@bang-diem/shared/ledger/commit.ts'
import type { Ledger, StoredCommit } from './ledger.ts'

/** A contest's history is not what was written; `fault` says which commit and how. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain'
  readonly contest: string
  readonly fault: ChainFault
  constructor(contest: string, fault: ChainFault) {
    super(`contest ${contest}, commit ${fault.number}: ${fault.fault}`)
    this.contest = contest
    this.fault = fault
  }
}

/**
 * Calls `onCommit` with each commit of the contest in order, parsed and as stored, and answers the head it reached.
 * Rejects with `BrokenChain` at the first commit that does not prove itself; `onCommit` has seen all commits before that one.
 */
export async function loadContest(
  ledger: Pick<Ledger, 'read'>,
  contest: string,
  sha256: Sha256,
  onCommit: (commit: Commit, stored: StoredCommit) => void,
): Promise<Head> {
  let head = genesis(contest, sha256)
  for await (const chunk of ledger.read(contest, 0)) {
    for (const stored of chunk) {
      const commit = checkStored(contest, head, stored, sha256)
      head = { number: commit.number, hash: commit.hash }
      onCommit(commit, stored)
    }
  }
  return head
}

/** The commits after `after`, in chunks as they are read, each proven. Rejects with `BrokenChain` at the first that does not prove itself. */
export async function* provenAfter(
  ledger: Pick<Ledger, 'read'>,
  contest: string,
  after: Head,
  sha256: Sha256,
): AsyncGenerator<readonly StoredCommit[]> {
  let head = after
  for await (const chunk of ledger.read(contest, after.number)) {
    for (const stored of chunk) {
      const { number, hash } = checkStored(contest, head, stored, sha256)
      head = { number, hash }
    }
    yield chunk
  }
}

/** The number and the hash beside the line are checked too: the ledger compares heads by them. */
function checkStored(contest: string, head: Head, stored: StoredCommit, sha256: Sha256): Commit {
  const check = checkNext(head, stored.line, sha256)
  if (!check.ok) throw new BrokenChain(contest, check.fault)
  const { commit } = check
  if (stored.number !== commit.number) {
    throw new BrokenChain(contest, { fault: 'out-of-order', number: commit.number, found: stored.number })
  }
  if (stored.hash !== commit.hash) throw new BrokenChain(contest, { fault: 'changed', number: commit.number })
  return commit
}
