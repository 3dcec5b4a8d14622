/**
 * Files of the ledger are for the user that runs the hub alone: whoever reads them knows every mark and every result before the hall.
 * By its path and never through an opened file, since closing one would drop SQLite's locks on it.
 */
import { chmodSync } from 'node:fs'

/** What a system answers for which the rights of a file cannot be changed: they are somebody else's, or there are none. */
const cannot: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS'])

export function forOwnerAlone(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch (error) {
    // The folder is then what protects it.
    if (!cannot.has(error instanceof Error ? Reflect.get(error, 'code') : undefined)) throw error
  }
}
