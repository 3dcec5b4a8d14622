/**
 * One process a data folder: an exclusive lock that the operating system frees when the process dies, however it dies.
 *
 * The lock is SQLite's own, on an empty database that is never written: it works alike on Linux, macOS and Windows, leaves nothing
 * behind after `kill -9` and also refuses a second ledger in the same process. A file with a process id would do none of this.
 * The folder must be on a local disk; network file systems promise too little about locks.
 * Trap: on POSIX systems, opening and closing `lock.sqlite` in this process by other means than SQLite would drop the lock.
 */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LedgerInUse, LedgerUnavailable } from '../errors.ts'
import { forOwnerAlone } from './for-owner-alone.ts'
import { reasonOf } from './medium-fault.ts'

export interface FolderLock {
  release(): void
}

/** Makes the folder if need be, for its owner alone, and takes it: nothing else makes it. Throws `LedgerInUse`, or `LedgerUnavailable` when it cannot be written. */
export function lockFolder(folder: string): FolderLock {
  let database: DatabaseSync | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    database = new DatabaseSync(join(folder, 'lock.sqlite'))
    forOwnerAlone(join(folder, 'lock.sqlite'))
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    if (reason === 'not-answering') throw new LedgerInUse(`another hub is running on the data folder ${folder}`)
    throw new LedgerUnavailable(reason, 'none', error)
  }
  const held = database
  return { release: () => held.close() }
}
