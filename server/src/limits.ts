/**
 * Every bound of the hub in one place, each with its reason; nothing here is a setting for people.
 * Code takes its section as a parameter, so that tests can make a bound small enough to reach.
 */

export interface LedgerLimits {
  /** Commits in one append. */
  readonly commitsPerAppend: number
  /** UTF-8 bytes of one commit's line. */
  readonly bytesPerLine: number
  /** UTF-8 bytes of all lines in one append. */
  readonly bytesPerAppend: number
  /** Commits in one chunk of a read; a chunk holds at least one commit, however long. */
  readonly commitsPerChunk: number
  /** Characters of lines after which a chunk of a read ends. */
  readonly charactersPerChunk: number
  /** How long a follower waits before it reads again after the medium failed, in ms. */
  readonly retryMs: number
}

export const limits: { readonly ledger: LedgerLimits } = {
  ledger: {
    // A thousand judges who submit in the same instant fit into one append; more would only make the first of them wait.
    commitsPerAppend: 1024,
    // The longest fact is a whole definition: 63 teams, 9 judges and long Vietnamese titles make some 40 KiB.
    bytesPerLine: 256 * 1024,
    // An append is copied between threads and lies in memory three times; ordinary commits are below 2 KiB.
    bytesPerAppend: 8 * 1024 * 1024,
    // Some milliseconds of the storage thread, so that an append never waits long behind a reader.
    commitsPerChunk: 512,
    charactersPerChunk: 1024 * 1024,
    // Short enough that a screen is behind for a breath, long enough that a dead disk is not hammered.
    retryMs: 1000,
  },
}
