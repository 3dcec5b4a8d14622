/**
 * Brings one contest's history into a ledger so that all of it is there, byte for byte, and nothing else. What is there already must
 * be a beginning of it: that is how an interrupted move goes on. While a part is missing the contest is marked as moved, so that no hub goes on from a part.
 */
import type { Head, Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { Histories, Ledger, StoredCommit } from '../ledgers/ledger.ts'
import { provenAfter } from '../ledgers/verify.ts'
import type { LedgerLimits } from '../limits.ts'
import { compare, type Standing } from './compare.ts'
import { notAsWritten, otherHistory } from './refused.ts'
import { tablesAfter } from './tables.ts'

/** A place as people name it, and what is there. */
export interface Place<Kept extends Histories = Ledger> {
  readonly name: string
  readonly ledger: Kept
}

export interface MovePorts {
  readonly sha256: Sha256
  readonly limits: LedgerLimits
}

export interface Brought {
  readonly head: Head
  /** Commits that were not there before. */
  readonly added: number
}

/** Where the contest stands in both places; rejects with `MoveRefused` when `to` holds another history of it. */
export async function standingOf(
  from: Place<Histories>,
  to: Place,
  contest: string,
  sha256: Sha256,
): Promise<Exclude<Standing, { kind: 'other' }>> {
  const standing = await compare(from.ledger, to.ledger, contest, sha256)
  if (standing.kind === 'other') throw otherHistory(contest, to.name, standing.number)
  return standing
}

/** Appends what is missing after `there`, and reads everything back. The contest is marked as moved in `to`, before and after. */
export async function bring(
  from: Place<Histories>,
  to: Place,
  contest: string,
  there: Head,
  { sha256, limits }: MovePorts,
): Promise<Brought> {
  const tables = to.ledger.isShared ? await tablesAfter(from.ledger, contest, sha256) : undefined
  let head = there
  const add = async (group: readonly StoredCommit[], isLast: boolean) => {
    const last = group.at(-1)
    if (!last) return
    await to.ledger.bringIn(contest, head, group, isLast ? tables : undefined)
    head = { number: last.number, hash: last.hash }
  }
  let group = new Group(limits)
  for await (const chunk of provenAfter(from.ledger, contest, there, sha256)) {
    for (const commit of chunk) {
      if (!group.takes(commit)) {
        await add(group.commits, false)
        group = new Group(limits)
      }
      group.push(commit)
    }
  }
  await add(group.commits, true)
  await flush(to)
  await requireEqual(from, to, contest, head, sha256)
  return { head, added: head.number - there.number }
}

/** Waits until what was written is durable. A medium that promises less than that has said so to staff, and is not waited for. */
export async function flush({ ledger }: Place): Promise<void> {
  if (ledger.warnings.length === 0) await ledger.flushed()
}

/** Every line and the head, read back. */
async function requireEqual(
  from: Place<Histories>,
  to: Place,
  contest: string,
  { number, hash }: Head,
  sha256: Sha256,
): Promise<void> {
  const written = await compare(from.ledger, to.ledger, contest, sha256)
  const head = await to.ledger.head(contest)
  const equal = written.kind === 'beginning' && written.there.hash === written.all.hash
  if (!equal || written.all.hash !== hash || head.number !== number || head.hash !== hash) {
    throw notAsWritten(contest, to.name)
  }
}

/** Commits that go together in one append. */
class Group {
  readonly commits: StoredCommit[] = []
  readonly #limits: LedgerLimits
  #bytes = 0

  constructor(limits: LedgerLimits) {
    this.#limits = limits
  }

  takes({ line }: StoredCommit): boolean {
    const { commitsPerAppend, bytesPerAppend } = this.#limits
    return this.commits.length < commitsPerAppend && this.#bytes + Buffer.byteLength(line) <= bytesPerAppend
  }

  push(commit: StoredCommit): void {
    this.commits.push(commit)
    this.#bytes += Buffer.byteLength(commit.line)
  }
}
