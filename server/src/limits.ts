/**
 * Every bound of the hub in one place, each with its reason; nothing here is a setting for people.
 * Code takes its section as a parameter, so that tests can make a bound small enough to reach.
 */

import { type DocumentLimits, documentLimits } from './documents/document-limits.ts'
import { type UploadLimits, uploadLimits } from './workbooks/upload-limits.ts'

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
  /** Between two looks at a ledger that others may append to, in ms. */
  readonly watchMs: number
  /** After how many seconds whoever was refused because the medium failed is asked to try again. */
  readonly retrySeconds: number
}

/** What a hub keeps in memory for a ledger that may lose its tail. */
export interface HeldLimits {
  readonly commits: number
  /** Characters of their lines. */
  readonly characters: number
}

export interface BackupLimits {
  /** Least time between two backups, in ms. */
  readonly everyMs: number
  /** Between two looks whether one is due, in ms. */
  readonly lookMs: number
  /** Backups that are kept; older ones are thrown away. */
  readonly keep: number
  /** Bytes of the disk that no backup takes. */
  readonly bytesLeftFree: number
}

export interface MirrorLimits {
  /** Least time between two rounds of writing, in ms. */
  readonly pauseMs: number
  /** How long the mirror waits after a fault before it tries again, in ms. */
  readonly retryMs: number
}

export interface WireLimits {
  /** Bytes of one message from a page. */
  readonly bytesPerMessage: number
  /** Commands that one connection may send in a second, over a short while. */
  readonly commandsPerSecond: number
  /** Parts of a message, entries of its lists and objects, that count as one command. */
  readonly partsPerCommand: number
  /** Parts of a command beyond which only the first thing that is wrong with it is named. */
  readonly partsExplained: number
  /** Receipts in one `held`; a longer one is not looked at. */
  readonly receiptsPerMessage: number
  /** Least time between two snapshots that one page asks for, in ms. */
  readonly resyncMs: number
  /** Bytes waiting for one page beyond which it gets no snapshot on top of them. */
  readonly bytesBeforeSnapshot: number
  /** Bytes waiting for one slow reader after which it is skipped until it has caught up. */
  readonly bytesBehind: number
  /** Bytes waiting for one page after which it is put out. */
  readonly bytesAtMost: number
  /** How long a page may be skipped before it is put out, in ms. */
  readonly lagMs: number
  /** Sockets that are written to at once, of the audience or with a beat, before arriving marks get their turn. */
  readonly socketsPerSlice: number
  /** Bytes of an HTTP request's body. */
  readonly bytesPerRequest: number
  /** Tries with a wrong link or key from one address in a minute. */
  readonly wrongCodesPerMinute: number
  /** How long pages may take to close their end when the hub stops, in ms. */
  readonly goodbyeMs: number
}

export interface PaceLimits {
  /** Least time between two deltas of a channel, in ms, by pace. */
  readonly intervals: {
    readonly stage: number
    readonly staff: number
    readonly judges: number
    readonly audience: number
  }
  /** Between two beats, in ms; a page that hears none for three seconds takes the connection for dead. */
  readonly beatMs: number
  /** Between two beats to audience phones, which may be silent for thirty seconds. */
  readonly audienceBeatMs: number
  /** Least time between two presence messages to staff, in ms. */
  readonly presenceMs: number
}

export const limits: {
  readonly ledger: LedgerLimits
  readonly held: HeldLimits
  readonly backups: BackupLimits
  readonly mirror: MirrorLimits
  readonly wire: WireLimits
  readonly uploads: UploadLimits
  readonly documents: DocumentLimits
  readonly pace: PaceLimits
} = {
  ledger: {
    // A thousand judges who submit in the same instant fit into one append; more would only make the first of them wait.
    commitsPerAppend: 1024,
    // The longest fact is a whole definition: 63 teams and 9 judges make some 40 KiB, two thousand judges with their links 500 KiB.
    bytesPerLine: 1024 * 1024,
    // An append is copied between threads and lies in memory three times; ordinary commits are below 2 KiB.
    bytesPerAppend: 8 * 1024 * 1024,
    // Some milliseconds of the storage thread, so that an append never waits long behind a reader.
    commitsPerChunk: 512,
    charactersPerChunk: 1024 * 1024,
    // Short enough that a screen is behind for a breath, long enough that a dead disk is not hammered.
    retryMs: 1000,
    // A lost ring of the bell shows a second late, and a ledger that has lost its tail is noticed before anybody builds on it.
    watchMs: 1000,
    // A judge hardly looks up in that time, and a thousand phones that try again cost less than one full disk takes to notice.
    retrySeconds: 2,
  },
  held: {
    // A whole final is some two thousand commits; what a Redis that fails over has lost is seconds of it.
    commits: 4096,
    characters: 8 * 1024 * 1024,
  },
  backups: {
    // Two performances or so; what is younger is on the phones as well.
    everyMs: 600_000,
    // A hub that is restarted every few minutes still gets its backup, and one that failed is tried again soon.
    lookMs: 60_000,
    // Two hours of a contest that is going on; on a quiet day the whole of it.
    keep: 12,
    // Room for the marks of a whole contest: a full disk must stop backups long before it stops judges.
    bytesLeftFree: 64 * 1024 * 1024,
  },
  mirror: {
    // What the second copy may lack under load. The first commit after a rest is written at once; ten rounds a second cost the hub a
    // hundredth of its time.
    pauseMs: 100,
    // Long enough that a stick which is out costs nothing, short enough that one put back in is caught up before anybody asks.
    retryMs: 2000,
  },
  wire: {
    // A redefinition of the largest contest; everything else is below 8 KiB.
    bytesPerMessage: 512 * 1024,
    // A judge presses a button at most twice a second; an outbox that is emptied after an outage sends a few dozen at once.
    commandsPerSecond: 50,
    // Checking them takes as long as deciding a command.
    partsPerCommand: 500,
    // The definition of a usual contest has some three thousand; naming a hundred thousand problems would stop the hub for seconds.
    partsExplained: 5000,
    // A judge's whole contest is a few hundred; pages send two hundred at a time.
    receiptsPerMessage: 2000,
    // A page that has missed something asks every two seconds until it is answered; more often is no page of ours.
    resyncMs: 1000,
    // A few deltas that have just been written; a whole snapshot that still waits is picture enough.
    bytesBeforeSnapshot: 64 * 1024,
    // Four hundred deltas: a reader that far behind is better served by one snapshot.
    bytesBehind: 1024 * 1024,
    // Skipped pages get beats and answers only: who has this much waiting asks without end and reads nothing.
    bytesAtMost: 8 * 1024 * 1024,
    // As long as the library waits for a sign of life; a page that is put out comes back with one snapshot.
    lagMs: 30_000,
    // About a millisecond of writing.
    socketsPerSlice: 64,
    bytesPerRequest: 1024 * 1024,
    // A volunteer who mistypes; 128-bit codes need no more protection than that.
    wrongCodesPerMinute: 30,
    // Time for a goodbye over a hall's Wi-Fi, and well within the five seconds after which the supervisor ends the hub.
    goodbyeMs: 1000,
  },
  uploads: uploadLimits,
  documents: documentLimits,
  pace: {
    // One frame in three at 60 Hz is more than an eye follows on a table of scores; phones in the hall can wait a quarter second.
    intervals: { stage: 50, staff: 50, judges: 50, audience: 250 },
    beatMs: 1000,
    audienceBeatMs: 10_000,
    presenceMs: 500,
  },
}
