/**
 * The port to a place where the history of contests is kept. Two implementations stand behind it and one contract
 * suite (`ledger.contract.ts`) holds both to these guarantees:
 *
 * 1. `append` is compare-and-append: it writes all commits directly after `after`, or none. It resolves with `durable` when they survive
 *    a power cut as far as the medium can promise, with `received` when the medium has them and its death within the next moments may
 *    lose them; `flushed` tells when that is over. It never resolves for commits that were not written.
 * 2. If the contest's head is not `after`, it rejects with `StaleHead` and the true head; nothing was written.
 * 3. A rejection with `LedgerUnavailable` whose `outcome` is `none` wrote nothing; `unknown` means it may have written: the caller
 *    reads commit `after + 1` back and compares hashes. What it reads then is final: what is there is durable, what is not never comes.
 * 4. `read` gives the lines in order, byte for byte as appended; `follow` gives each commit once and in order, across reconnects.
 * 5. Contests do not touch each other. After `close` every call rejects with `LedgerClosed`.
 * 6. To a contest that is marked as moved nothing is appended: `append` rejects with `ContestMoved`, whatever the head. The mark is as
 *    durable as a commit.
 *
 * A ledger never interprets facts and never repairs what it finds changed: it names the commit and refuses.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { TableChanges } from './tables.ts'

/** Where contests have moved to, as told to people, by the contest's id. */
export type Moved = ReadonlyMap<string, string>

/** One commit as stored: its number, its hash and its canonical JSON line. */
export interface StoredCommit {
  readonly number: number
  readonly hash: string
  readonly line: string
}

/** What an append has come to; see guarantee 1. */
export type Kept = 'durable' | 'received'

/** Where histories can be read, and no more than that: a ledger, a backup or a mirror. */
export type Histories = Pick<Ledger, 'contests' | 'read' | 'close'>

export interface Ledger {
  /** True where other programs may append as well: whoever builds on a contest then follows it and watches its head. */
  readonly isShared: boolean
  /** What staff must know of the medium while it works: kebab-case, empty while all is well. */
  readonly warnings: readonly string[]
  /** The time on which all agree who append to it, in ms since 1970. */
  time(): Promise<number>
  /**
   * Appends directly after `after`; see guarantees 1–3. At most `limits.ledger` commits and bytes a call, else `LimitExceeded`.
   * `tables` are for outside programs and change in the same instant, where a ledger has readers of its own; others leave them.
   */
  append(contest: string, after: Head, commits: readonly StoredCommit[], tables?: TableChanges): Promise<Kept>
  /**
   * `append` for who moves a contest: also where it is marked as moved. A contest that arrives carries the mark until all of it is
   * there, so that nobody goes on from a part of it.
   */
  bringIn(contest: string, after: Head, commits: readonly StoredCommit[], tables?: TableChanges): Promise<Kept>
  /** Marks the contest as moved to a place, or takes the mark away (null). The same again changes nothing. */
  markMoved(contest: string, to: string | null): Promise<void>
  /** The contests that are marked as moved. */
  moved(): Promise<Moved>
  /** Resolves when everything whose append had resolved before the call is durable. Rejects with `LedgerClosed` only. */
  flushed(): Promise<void>
  /** All commits with a number greater than `after`, in order, in chunks so that a long history does not fill memory. */
  read(contest: string, after: number): AsyncIterable<readonly StoredCommit[]>
  /** Calls `onCommits` with every commit after `after`, in order and once each, until the returned function is called. */
  follow(contest: string, after: number, onCommits: (commits: readonly StoredCommit[]) => void): () => void
  /** The head of a contest; number 0 when the ledger has no commit of it. */
  head(contest: string): Promise<Head>
  /** The ids of the contests that have at least one commit, sorted. */
  contests(): Promise<readonly string[]>
  close(): Promise<void>
}
