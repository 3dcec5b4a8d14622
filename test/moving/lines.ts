/** Reads a contest's lines out of a place by other means than the ledgers: SQLite and Redis themselves. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { RedisServer } from '../harness/redis-server.ts'

const rowSchema = v.object({ lines: v.string() })
const entriesSchema = v.array(v.tuple([v.string(), v.array(v.string())]))

export function linesInFolder(folder: string, contest: string): string[] {
  const database = new DatabaseSync(join(folder, 'ledger.sqlite'), { readOnly: true })
  const rows = database.prepare('SELECT lines FROM appends WHERE contest = ? ORDER BY last').all(contest)
  database.close()
  return rows.flatMap((row) => v.parse(rowSchema, row).lines.split('\n'))
}

export async function linesInRedis(redis: RedisServer, contest: string): Promise<string[]> {
  const entries = v.parse(entriesSchema, await redis.ask('XRANGE', `bang-diem:{${contest}}:ledger`, '-', '+'))
  return entries.map(([, [, , , line = '']]) => line)
}

/** Every table of the contest that outside programs read, by its key. */
export async function tablesInRedis(redis: RedisServer, contest: string): Promise<ReadonlyMap<string, unknown>> {
  const keys = v.parse(v.array(v.string()), await redis.ask('SMEMBERS', `bang-diem:{${contest}}:tables`))
  const tables = new Map<string, unknown>()
  for (const key of keys.sort()) {
    const isRanking = (await redis.ask('TYPE', key)) === 'zset'
    const read = isRanking ? redis.ask('ZRANGE', key, '0', '-1', 'WITHSCORES') : redis.ask('HGETALL', key)
    tables.set(key, await read)
  }
  return tables
}
