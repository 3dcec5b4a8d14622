/**
 * Writes one clean file of a data folder's ledger, also while a hub writes to it: a copy of one moment, in one file, proven before it
 * gets its name. It reads the ledger and never writes to it.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { LedgerUnavailable } from '../errors.ts'
import { forOwnerAlone } from './for-owner-alone.ts'

/** What is never backed up into: the last of the disk belongs to the ledger. */
export interface BackupSpace {
  readonly bytesLeftFree: number
}

/** All pages in one step: a copy in several begins anew whenever the hub has written between two of them. In WAL mode no writer waits for it. */
const allPages = 2_147_483_647

export const unfinished = '.part'

export function hasLedger(folder: string): boolean {
  return existsSync(join(folder, 'ledger.sqlite'))
}

/** Rejects with `LedgerUnavailable`, or with what SQLite or the system says; then there is no file, or the one that was there before. */
export async function writeBackup(folder: string, file: string, { bytesLeftFree }: BackupSpace): Promise<void> {
  const source = new DatabaseSync(join(folder, 'ledger.sqlite'), { readOnly: true })
  const part = `${file}${unfinished}`
  try {
    rmSync(part, { force: true })
    requireSpace(source, dirname(file), bytesLeftFree)
    // Before anything is in it: whoever reads it knows every mark.
    closeSync(openSync(part, 'wx', 0o600))
    forOwnerAlone(part)
    await backup(source, part, { rate: allPages })
    requireSound(part)
    flush(part)
    renameSync(part, file)
    flushFolder(dirname(file))
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  } finally {
    source.close()
  }
}

function requireSpace(source: DatabaseSync, folder: string, leftFree: number): void {
  const size = source.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size').get()
  const { bytes } = v.parse(v.object({ bytes: v.number() }), size)
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes + leftFree)
    throw new LedgerUnavailable('disk-full', 'none', 'too little room for a backup')
}

/** One file without others beside it, in which SQLite finds nothing wrong. */
function requireSound(file: string): void {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA journal_mode = DELETE')
    const check = database.prepare('SELECT quick_check AS found FROM pragma_quick_check').get()
    const { found } = v.parse(v.object({ found: v.string() }), check)
    if (found !== 'ok') throw new LedgerUnavailable('input-output', 'none', found)
  } finally {
    database.close()
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** A new name is on the disk once its folder is. Windows has no such thing. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
