/**
 * A backup as a place to read from. It is read in a copy of its own: opening a database may change it, an older one is taken over into
 * today's tables, and a backup stays as it is.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerLimits } from '../../limits.ts'
import type { Histories, StoredCommit } from '../ledger.ts'
import { type EmbeddedLedger, openEmbeddedLedger } from './embedded.ts'

/** Rejects as an embedded ledger does, or with what the system says when the file cannot be read. */
export async function openBackup(path: string, limits: LedgerLimits): Promise<BackupFile> {
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-restore-'))
  try {
    await copyFile(path, join(folder, 'ledger.sqlite'))
    return new BackupFile(await openEmbeddedLedger({ folder, limits }), folder)
  } catch (error) {
    await rm(folder, { recursive: true })
    throw error
  }
}

export class BackupFile implements Histories {
  /** A backup is whole or it is none. */
  readonly leftOut = 0
  readonly #ledger: EmbeddedLedger
  readonly #folder: string

  constructor(ledger: EmbeddedLedger, folder: string) {
    this.#ledger = ledger
    this.#folder = folder
  }

  contests(): Promise<readonly string[]> {
    return this.#ledger.contests()
  }

  read(contest: string, after: number): AsyncIterable<readonly StoredCommit[]> {
    return this.#ledger.read(contest, after)
  }

  async close(): Promise<void> {
    await this.#ledger.close()
    await rm(this.#folder, { recursive: true })
  }
}
