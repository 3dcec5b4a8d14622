/**
 * The ledger's rules on SQLite: compare and append in one transaction, read in chunks, and say honestly what a failure left behind.
 *
 * It is synchronous and lives in the storage thread. After a fault of the medium it lets the connection go and opens a fresh one at
 * the next request, so that it works again as soon as the medium does. It never looks into a line.
 */
import { genesis, type Head } from '@bang-diem/shared/ledger/commit.ts'
import * as v from 'valibot'
import { sha256 } from '../../sha256.ts'
import type { Batch } from '../batch.ts'
import { LedgerUnavailable } from '../errors.ts'
import type { StoredCommit } from '../ledger.ts'
import { type Connection, openConnection, settingsOf } from './connection.ts'
import { reasonOf } from './medium-fault.ts'
import type { Settings, Start } from './messages.ts'

const headRow = v.object({ last: v.number(), hashes: v.string() })
const appendRow = v.object({ last: v.number(), hashes: v.string(), lines: v.string() })
const contestRow = v.object({ contest: v.string() })

/** Commits as parallel arrays, as they travel between the threads. */
export interface Chunk {
  readonly numbers: number[]
  readonly hashes: string[]
  readonly lines: string[]
}

/** Commits that are to stand directly after a head. */
export interface Append extends Batch {
  readonly contest: string
  readonly after: Head
}

export class Store {
  readonly #start: Start
  readonly #heads = new Map<string, Head>()
  #connection: Connection | undefined

  constructor(start: Start) {
    this.#start = start
  }

  /**
   * Writes all appends in one transaction, so that what waits together costs one flush of the disk. Answers for each undefined, or the
   * true head when it does not follow that: then nothing of it was written. Throws when none of them can be known to be written.
   */
  append(appends: readonly Append[]): readonly (Head | undefined)[] {
    const heads = new Map<string, Head>()
    const fitting: Append[] = []
    const answers = appends.map((append) => {
      const { contest, after, count, hashes } = append
      const head = heads.get(contest) ?? this.head(contest)
      if (head.number !== after.number || head.hash !== after.hash) return head
      heads.set(contest, { number: after.number + count, hash: lastOf(hashes) })
      fitting.push(append)
      return undefined
    })
    if (fitting.length > 0) this.#write(fitting)
    for (const [contest, head] of heads) this.#heads.set(contest, head)
    return answers
  }

  #write(appends: readonly Append[]): void {
    const connection = this.#open()
    let committing = false
    try {
      connection.database.exec('BEGIN IMMEDIATE')
      for (const { contest, after, count, hashes, lines } of appends) {
        connection.insert.run(contest, after.number + count, hashes, lines)
      }
      committing = true
      connection.database.exec('COMMIT')
    } catch (error) {
      throw this.#appendFault(connection, error, committing)
    }
  }

  /** The next commits after `after`, at least one unless there are none. */
  read(contest: string, after: number): Chunk {
    return this.#reading(({ readAfter }) => {
      const chunk: Chunk = { numbers: [], hashes: [], lines: [] }
      let characters = 0
      for (const row of readAfter.iterate(contest, after)) {
        for (const { number, hash, line } of commitsIn(v.parse(appendRow, row))) {
          if (number <= after) continue
          chunk.numbers.push(number)
          chunk.hashes.push(hash)
          chunk.lines.push(line)
          characters += line.length
          if (chunk.lines.length >= this.#start.commitsPerChunk || characters >= this.#start.charactersPerChunk)
            return chunk
        }
      }
      return chunk
    })
  }

  head(contest: string): Head {
    const known = this.#heads.get(contest)
    if (known) return known
    const row = this.#reading(({ last }) => last.get(contest))
    if (row === undefined) return genesis(contest, sha256)
    const { last, hashes } = v.parse(headRow, row)
    const head = { number: last, hash: lastOf(hashes) }
    this.#heads.set(contest, head)
    return head
  }

  contests(): string[] {
    return this.#reading(({ contests }) => contests.all().map((row) => v.parse(contestRow, row).contest))
  }

  settings(): Settings {
    return this.#reading(settingsOf)
  }

  close(): void {
    this.#heads.clear()
    this.#connection?.database.close()
    this.#connection = undefined
  }

  #open(): Connection {
    if (this.#connection) return this.#connection
    try {
      this.#connection = openConnection(this.#start.folder)
      return this.#connection
    } catch (error) {
      const reason = reasonOf(error)
      throw reason === undefined ? error : new LedgerUnavailable(reason, 'none', error)
    }
  }

  #reading<Result>(read: (connection: Connection) => Result): Result {
    const connection = this.#open()
    try {
      return read(connection)
    } catch (error) {
      const reason = reasonOf(error)
      if (reason === undefined) throw error
      this.close()
      throw new LedgerUnavailable(reason, 'none', error)
    }
  }

  /**
   * Before COMMIT nothing of a transaction counts, whatever went wrong. A COMMIT that found the disk full did not get its last frame
   * out, so nothing counts either. Any other failed COMMIT may be on the disk already: only a fresh connection can tell.
   */
  #appendFault(connection: Connection, error: unknown, committing: boolean): unknown {
    const reason = reasonOf(error)
    if (reason === undefined) return error
    const outcome = committing && reason !== 'disk-full' ? 'unknown' : 'none'
    const sound = outcome === 'none' && (reason === 'disk-full' || reason === 'not-answering')
    if (!sound || !rolledBack(connection)) this.close()
    return new LedgerUnavailable(reason, outcome, error)
  }
}

/** The hash of the last of commits that stand together. */
function lastOf(hashes: string): string {
  return hashes.slice(hashes.lastIndexOf('\n') + 1)
}

/** The commits of one append. The hashes give the numbers; where lines and hashes are not as many, something was changed from outside. */
function* commitsIn({ last, hashes, lines }: v.InferOutput<typeof appendRow>): Generator<StoredCommit> {
  const [everyHash, everyLine] = [hashes.split('\n'), lines.split('\n')]
  const first = last - everyHash.length + 1
  for (let index = 0; index < Math.max(everyHash.length, everyLine.length); index++) {
    yield { number: first + index, hash: everyHash[index] ?? '', line: everyLine[index] ?? '' }
  }
}

/** Whether the connection is out of its transaction; SQLite itself may have rolled back already. */
function rolledBack({ database }: Connection): boolean {
  try {
    if (database.isTransaction) database.exec('ROLLBACK')
    return true
  } catch (error) {
    if (reasonOf(error) === undefined) throw error
    return false
  }
}
