/**
 * Opens the database so that whatever can be read from it is durable, and whatever cannot is gone for good.
 *
 * After a crash or a failed COMMIT the write-ahead log may end in commits that never reached the disk, or that SQLite forgot and the
 * next recovery would find again. The checkpoint at opening settles both: it flushes and then empties the log. Only therefore
 * may a caller trust what it reads back after an unknown outcome.
 */
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import * as v from 'valibot'
import { LedgerTooNew, LedgerUnavailable } from '../errors.ts'
import { forOwnerAlone } from './for-owner-alone.ts'
import { reasonOf } from './medium-fault.ts'
import type { Settings } from './messages.ts'

/** Grows with every change of the tables. */
const schemaVersion = 3

/** How long SQLite waits for another program, such as a copy being made, that holds the database. */
const busyMs = 2000

const createAppends = `
  CREATE TABLE appends (
    contest TEXT NOT NULL,
    last INTEGER NOT NULL,
    hashes TEXT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (contest, last)
  ) STRICT;`

/** Steps from contest to contest along the key; DISTINCT would read every append of every contest. */
const contestsQuery = `
  WITH RECURSIVE found (contest) AS (
    SELECT min(contest) FROM appends
    UNION ALL
    SELECT (SELECT min(contest) FROM appends WHERE contest > found.contest) FROM found WHERE found.contest IS NOT NULL
  )
  SELECT contest FROM found WHERE contest IS NOT NULL`

export interface Connection {
  readonly database: DatabaseSync
  readonly insert: StatementSync
  readonly readAfter: StatementSync
  readonly last: StatementSync
  readonly contests: StatementSync
  readonly mark: StatementSync
  readonly unmark: StatementSync
  readonly moved: StatementSync
}

export function openConnection(folder: string): Connection {
  const path = join(folder, 'ledger.sqlite')
  requireWritable(folder, path)
  const database = new DatabaseSync(path, { timeout: busyMs })
  try {
    for (const file of filesOf(path)) forOwnerAlone(file)
    // fullfsync means something on macOS only, where a plain fsync leaves the bytes in the drive's cache; elsewhere it is ignored.
    database.exec(
      'PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL',
    )
    migrate(database)
    settle(database)
    return {
      database,
      insert: database.prepare('INSERT INTO appends (contest, last, hashes, lines) VALUES (?, ?, ?, ?)'),
      readAfter: database.prepare(
        'SELECT last, hashes, lines FROM appends WHERE contest = ? AND last > ? ORDER BY last',
      ),
      last: database.prepare('SELECT last, hashes FROM appends WHERE contest = ? ORDER BY last DESC LIMIT 1'),
      contests: database.prepare(contestsQuery),
      mark: database.prepare('INSERT OR REPLACE INTO moved (contest, destination, at) VALUES (?, ?, unixepoch())'),
      unmark: database.prepare('DELETE FROM moved WHERE contest = ?'),
      moved: database.prepare('SELECT contest, destination FROM moved'),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

/** The numbers that durability rests on, read back from SQLite rather than repeated from the code. */
export function settingsOf({ database }: Connection): Settings {
  return {
    schema: pragma(database, 'user_version', v.number()),
    journalMode: pragma(database, 'journal_mode', v.string()),
    synchronous: pragma(database, 'synchronous', v.number()),
    fullfsync: pragma(database, 'fullfsync', v.number()),
    checkpointFullfsync: pragma(database, 'checkpoint_fullfsync', v.number()),
  }
}

/** SQLite quietly opens what it may not write as read-only, and says "cannot open" for three different troubles: ask first. */
function requireWritable(folder: string, path: string): void {
  accessSync(folder, constants.W_OK)
  for (const file of filesOf(path)) accessSync(file, constants.W_OK)
}

/** What there is of the database: SQLite gives the two files beside it the rights of the first. */
function filesOf(path: string): string[] {
  return [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file))
}

/**
 * A row holds what one append wrote: the number of its last commit, and the hashes and the lines of all of them, one a line. The rows
 * stand in the order in which they were written, with an index beside them: an append of a hundred contests then writes a few
 * pages at the table's end, and not a page of a thick tree for each contest. Version 1 had a row for each commit. Version 3 knows
 * contests that have moved; an earlier program would go on with them.
 */
function migrate(database: DatabaseSync): void {
  const found = pragma(database, 'user_version', v.number())
  if (found > schemaVersion) throw new LedgerTooNew(found, schemaVersion)
  if (found === schemaVersion) return
  const appends = found < 2 ? createAppends : ''
  const earlier =
    found === 1 ? 'INSERT INTO appends SELECT contest, number, hash, line FROM commits; DROP TABLE commits;' : ''
  database.exec(`
    BEGIN IMMEDIATE;
    ${appends}
    ${earlier}
    CREATE TABLE moved (contest TEXT PRIMARY KEY, destination TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    PRAGMA user_version = ${schemaVersion};
    COMMIT;
  `)
}

function settle(database: DatabaseSync): void {
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  const { busy } = v.parse(v.object({ busy: v.number() }), checkpoint)
  if (busy === 0) return
  throw new LedgerUnavailable('not-answering', 'none', 'another program keeps the database busy')
}

function pragma<Value>(database: DatabaseSync, name: string, schema: v.GenericSchema<Value>): Value {
  const row = database.prepare(`SELECT ${name} AS value FROM pragma_${name}`).get()
  return v.parse(v.object({ value: schema }), row).value
}

/** Whether the connection is out of its transaction; SQLite itself may have rolled back already. */
export function rolledBack({ database }: Connection): boolean {
  try {
    if (database.isTransaction) database.exec('ROLLBACK')
    return true
  } catch (error) {
    if (reasonOf(error) === undefined) throw error
    return false
  }
}
