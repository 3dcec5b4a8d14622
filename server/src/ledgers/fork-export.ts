/**
 * Keeps both chains of a contest whose ledger has gone on without this hub: the end of the hub's own, which is nowhere else any more, and
 * the ledger's. Two files of lines in the data folder, for people to compare; nothing reads them again.
 */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { textsOf } from './commit-text.ts'
import type { Ledger, StoredCommit } from './ledger.ts'

interface Fork {
  readonly ledger: Ledger
  readonly contest: string
  readonly ours: readonly StoredCommit[]
  /** Hub time in ms, for the names. */
  readonly at: number
}

/** Answers the files' common beginning. Rejects when the folder cannot be written or the ledger not be read. */
export async function exportFork(folder: string, { ledger, contest, ours, at }: Fork): Promise<string> {
  const place = join(folder, 'forks')
  await mkdir(place, { recursive: true, mode: 0o700 })
  const name = join(place, `${contest}-${new Date(at).toISOString().replaceAll(':', '-')}`)
  await write(`${name}-hub.jsonl`, [ours])
  await write(`${name}-ledger.jsonl`, ledger.read(contest, 0))
  return name
}

function write(path: string, chunks: Parameters<typeof textsOf>[0]): Promise<void> {
  return pipeline(Readable.from(textsOf(chunks)), createWriteStream(path, { mode: 0o600, flush: true }))
}
