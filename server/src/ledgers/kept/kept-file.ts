/** Opens what was kept outside of a ledger, a backup or a mirror, by what is in the file and not by its name. */
import { open } from 'node:fs/promises'
import type { LedgerLimits } from '../../limits.ts'
import { openBackup } from '../embedded/backup-file.ts'
import type { Histories } from '../ledger.ts'
import { openLineFile } from './line-file.ts'

/** With these bytes every SQLite database begins. */
const sqliteHeader = 'SQLite format 3\0'

export interface KeptFile extends Histories {
  /** Bytes at the end of a mirror that are no line; known once it was read to its end. */
  readonly leftOut: number
}

export async function openKeptFile(path: string, limits: LedgerLimits): Promise<KeptFile> {
  return (await isDatabase(path)) ? openBackup(path, limits) : openLineFile(path)
}

async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sqliteHeader.length), 0, sqliteHeader.length, 0)
    return buffer.toString('latin1', 0, bytesRead) === sqliteHeader
  } finally {
    await file.close()
  }
}
