/**
 * The ledger that needs nothing installed: SQLite in the data folder, kept by a storage thread of its own.
 *
 * This side checks what callers hand in, takes the folder for this process and feeds followers. It never touches the database.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { LedgerLimits } from '../../limits.ts'
import { checkBatch } from '../batch.ts'
import { LedgerClosed, LedgerUnavailable } from '../errors.ts'
import { Followers } from '../followers.ts'
import type { Kept, Ledger, Moved, StoredCommit } from '../ledger.ts'
import { type BackupOptions, Backups } from './backups.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import type { Settings } from './messages.ts'
import { StorageThread } from './storage-thread.ts'

export interface EmbeddedLedgerOptions {
  /** The data folder, on a local disk; it is made if it is not there. */
  readonly folder: string
  readonly limits: LedgerLimits
  /** Told of every fault of the medium, for the log; the caller of the failed method is told anyway. */
  readonly onFault?: (fault: LedgerUnavailable) => void
  /** Without it no backups are made. */
  readonly backups?: BackupOptions
  /** The code of the storage thread; tests put one in its place that dies at the worst moment. */
  readonly threadCode?: URL
}

/** Opens the ledger. Rejects with `LedgerInUse`, `LedgerTooNew`, or `LedgerUnavailable` when the folder cannot be written. */
export async function openEmbeddedLedger(options: EmbeddedLedgerOptions): Promise<EmbeddedLedger> {
  const { folder, limits, onFault = () => undefined } = options
  const code = options.threadCode ?? new URL('./worker.ts', import.meta.url)
  const lock = lockFolder(folder)
  const { commitsPerChunk, charactersPerChunk } = limits
  const thread = new StorageThread(code, { folder, commitsPerChunk, charactersPerChunk }, onFault)
  const ledger = new EmbeddedLedger(thread, lock, limits)
  try {
    await ledger.settings()
    if (options.backups) ledger.backUp(new Backups(folder, options.backups))
    return ledger
  } catch (error) {
    await ledger.close()
    throw error
  }
}

export class EmbeddedLedger implements Ledger {
  readonly isShared = false
  readonly warnings: readonly string[] = []
  readonly #thread: StorageThread
  readonly #lock: FolderLock
  readonly #limits: LedgerLimits
  readonly #followers: Followers
  #backups: Backups | undefined
  #closing: Promise<void> | undefined

  constructor(thread: StorageThread, lock: FolderLock, limits: LedgerLimits) {
    this.#thread = thread
    this.#lock = lock
    this.#limits = limits
    this.#followers = new Followers((contest, after) => this.read(contest, after), limits.retryMs)
  }

  append(contest: string, after: Head, commits: readonly StoredCommit[]): Promise<Kept> {
    return this.#append(contest, after, commits, false)
  }

  bringIn(contest: string, after: Head, commits: readonly StoredCommit[]): Promise<Kept> {
    return this.#append(contest, after, commits, true)
  }

  async #append(contest: string, after: Head, commits: readonly StoredCommit[], bringIn: boolean): Promise<Kept> {
    this.#requireOpen()
    const batch = checkBatch(after, commits, this.#limits)
    try {
      // Not the caller's object: what is copied to the other thread must not depend on what else it carries.
      const { number, hash } = after
      await this.#thread.askFor('appended', { type: 'append', contest, after: { number, hash }, bringIn, ...batch })
    } catch (error) {
      if (error instanceof LedgerUnavailable && error.outcome === 'unknown') this.#followers.recheck(contest)
      throw error
    }
    this.#followers.appended(contest, commits)
    this.#backups?.changed()
    return 'durable'
  }

  async time(): Promise<number> {
    return Date.now()
  }

  async flushed(): Promise<void> {
    this.#requireOpen()
  }

  async *read(contest: string, after: number): AsyncGenerator<readonly StoredCommit[]> {
    let cursor = after
    for (;;) {
      this.#requireOpen()
      const commits = await this.#chunk(contest, cursor)
      const last = commits.at(-1)
      if (!last) return
      yield commits
      cursor = last.number
    }
  }

  follow(contest: string, after: number, onCommits: (commits: readonly StoredCommit[]) => void): () => void {
    this.#requireOpen()
    return this.#followers.add(contest, after, onCommits)
  }

  async head(contest: string): Promise<Head> {
    this.#requireOpen()
    return (await this.#thread.askFor('head', { type: 'head', contest })).head
  }

  async contests(): Promise<readonly string[]> {
    this.#requireOpen()
    return (await this.#thread.askFor('contests', { type: 'contests' })).contests
  }

  async markMoved(contest: string, to: string | null): Promise<void> {
    this.#requireOpen()
    await this.#thread.askFor('marked', { type: 'mark-moved', contest, to })
  }

  async moved(): Promise<Moved> {
    this.#requireOpen()
    return (await this.#thread.askFor('moved', { type: 'moved' })).moved
  }

  /** What durability rests on, as SQLite itself reports it; for diagnosis and tests. */
  async settings(): Promise<Settings> {
    this.#requireOpen()
    return (await this.#thread.askFor('settings', { type: 'settings' })).settings
  }

  backUp(backups: Backups): void {
    this.#backups = backups
  }

  /** Appends already under way are still written and answered. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#followers.stopAll()
    await this.#backups?.stop()
    await this.#thread.stop()
    this.#lock.release()
  }

  async #chunk(contest: string, after: number): Promise<StoredCommit[]> {
    const { numbers, hashes, lines } = await this.#thread.askFor('chunk', { type: 'read', contest, after })
    return lines.map((line, index) => {
      const number = numbers[index]
      const hash = hashes[index]
      if (number === undefined || hash === undefined) throw new RangeError('the storage thread gave uneven arrays')
      return { number, hash, line }
    })
  }

  #requireOpen(): void {
    if (this.#closing) throw new LedgerClosed('the ledger is closed')
  }
}
