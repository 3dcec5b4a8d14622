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
import { type Connection, openConnection, rolledBack, settingsOf } from './connection.ts'
import { reasonOf } from './medium-fault.ts'
import type { AnswerOf, Settings, Start, Unnumbered } from './messages.ts'
import { appendRow, commitsIn, headRow, lastOf } from './rows.ts'

const movedRow = v.object({ contest: v.string(), destination: v.string() })
const contestRow = v.object({ contest: v.string() })

/** Commits as parallel arrays, as they travel between the threads. */
export interface Chunk {
  readonly numbers: number[]
  readonly hashes: string[]
  readonly lines: string[]
}

/** Commits that are to stand directly after a head; `bringIn`: also where the contest is marked as moved. */
export interface Append extends Batch {
  readonly contest: string
  readonly after: Head
  readonly bringIn: boolean
}

/** What became of an append, in the words of the answer to it. */
export type AppendResult = Unnumbered<AnswerOf<'appended' | 'stale' | 'contest-moved'>>

export class Store {
  readonly #start: Start
  readonly #heads = new Map<string, Head>()
  #connection: Connection | undefined
  /** Nobody else marks contests while this one has the folder. */
  #moved: Map<string, string> | undefined

  constructor(start: Start) {
    this.#start = start
  }

  /**
   * Writes all appends in one transaction, so that what waits together costs one flush of the disk. Nothing is written of one that does
   * not follow the true head or is for a contest that has moved. Throws when none of them can be known to be written.
   */
  append(appends: readonly Append[]): readonly AppendResult[] {
    const moved = this.moved()
    const heads = new Map<string, Head>()
    const fitting: Append[] = []
    const answers = appends.map((append): AppendResult => {
      const { contest, after, count, hashes, bringIn } = append
      const to = moved.get(contest)
      if (to !== undefined && !bringIn) return { type: 'contest-moved', contest, to }
      const head = heads.get(contest) ?? this.head(contest)
      if (head.number !== after.number || head.hash !== after.hash) return { type: 'stale', head }
      heads.set(contest, { number: after.number + count, hash: lastOf(hashes) })
      fitting.push(append)
      return { type: 'appended' }
    })
    if (fitting.length > 0) this.#write(fitting)
    for (const [contest, head] of heads) this.#heads.set(contest, head)
    return answers
  }

  #write(appends: readonly Append[]): void {
    this.#transaction(({ insert }) => {
      for (const { contest, after, count, hashes, lines } of appends) {
        insert.run(contest, after.number + count, hashes, lines)
      }
    })
  }

  markMoved(contest: string, to: string | null): void {
    this.#transaction(({ mark, unmark }) => (to === null ? unmark.run(contest) : mark.run(contest, to)))
    this.#moved = undefined
  }

  moved(): Map<string, string> {
    this.#moved ??= this.#reading(
      ({ moved }) =>
        new Map(
          moved
            .all()
            .map((row) => v.parse(movedRow, row))
            .map((row) => [row.contest, row.destination]),
        ),
    )
    return this.#moved
  }

  #transaction(write: (connection: Connection) => void): void {
    const connection = this.#open()
    let committing = false
    try {
      connection.database.exec('BEGIN IMMEDIATE')
      write(connection)
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
    this.#moved = undefined
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
