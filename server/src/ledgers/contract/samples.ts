/** Commits to test ledgers with, and the few steps that their tests share. It needs no test runner, so child programs use it too. */
import { genesis, type Head, seal } from '@bang-diem/shared/ledger/commit.ts'
import { sha256 } from '../../sha256.ts'
import { storedOf } from '../../stored.ts'
import type { Ledger, StoredCommit } from '../ledger.ts'

export function start(contest: string): Head {
  return genesis(contest, sha256)
}

/** Sealed commits that continue `after`, one for each text. */
export function commitsAfter(after: Head, texts: readonly string[], commandId = 'c'): StoredCommit[] {
  let head = after
  return texts.map((text) => {
    const fact = { type: 'noted', salt: 'c2FsdA', text }
    const { number, hash: previous } = head
    const by = 'secretary'
    const sealed = seal({ number: number + 1, at: 1790000000000, by, commandId, facts: [fact], previous }, sha256)
    head = sealed.commit
    return storedOf(sealed)
  })
}

export function texts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `ghi chú ${index + 1}`)
}

/** Where the chain stands after these commits, of which there is at least one. */
export function headAfter(commits: readonly StoredCommit[]): Head {
  const last = commits.at(-1)
  if (!last) throw new RangeError('no commits')
  return { number: last.number, hash: last.hash }
}

/** Appends one commit for each text at the contest's head; answers them. */
export async function appendNext(ledger: Ledger, contest: string, noted: readonly string[]): Promise<StoredCommit[]> {
  const head = await ledger.head(contest)
  const commits = commitsAfter(head, noted)
  await ledger.append(contest, head, commits)
  return commits
}

export async function readAll(ledger: Ledger, contest: string, after = 0): Promise<StoredCommit[]> {
  const commits: StoredCommit[] = []
  for await (const chunk of ledger.read(contest, after)) commits.push(...chunk)
  return commits
}
