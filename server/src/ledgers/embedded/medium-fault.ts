/**
 * Tells a failing medium from a failing program, by error codes and never by texts.
 */
import { constants } from 'node:os'
import * as v from 'valibot'
import type { UnavailableReason } from '../errors.ts'

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html); extended ones carry them in their low byte. */
const sqliteReasons = new Map<number, UnavailableReason>([
  [3, 'read-only'], // PERM
  [5, 'not-answering'], // BUSY: another program holds the database
  [8, 'read-only'], // READONLY
  [10, 'input-output'], // IOERR
  [11, 'input-output'], // CORRUPT
  [13, 'disk-full'], // FULL
  [14, 'input-output'], // CANTOPEN; a folder that cannot be written is found out before
  [26, 'input-output'], // NOTADB
])

/** Every other system error is `input-output`. */
const systemReasons = new Map<string, UnavailableReason>([
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
])

const sqliteError = v.object({ code: v.literal('ERR_SQLITE_ERROR'), errcode: v.number() })
const systemError = v.object({ code: v.picklist(Object.keys(constants.errno)) })

/** Why the medium failed; undefined when it did not: then the error is a bug and nobody may swallow it. */
export function reasonOf(error: unknown): UnavailableReason | undefined {
  if (v.is(sqliteError, error)) return sqliteReasons.get(error.errcode & 0xff)
  if (v.is(systemError, error)) return systemReasons.get(error.code) ?? 'input-output'
  return undefined
}

export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
