/** Opens the places that a command line names: a folder is an embedded ledger, an address is Redis. */
import { resolve } from 'node:path'
import { hasLedger } from '../ledgers/embedded/write-backup.ts'
import { isAddress, openLedgerAt } from '../ledgers/registry.ts'
import type { LedgerLimits } from '../limits.ts'
import { startFaultOf } from '../start-fault.ts'
import type { Place } from './bring.ts'
import { noLedger } from './refused.ts'

/** As it is told to people and kept in marks: a folder by its whole path, an address without who may enter it. */
export function nameOf(location: string): string {
  return isAddress(location) ? location.replace(/\/\/[^/]*@/, '//') : resolve(location)
}

/** `source`: must be there already. Rejects with `MoveRefused`, with a `StartFault`, or with a bug. */
export async function openPlace(location: string, role: 'source' | 'target', limits: LedgerLimits): Promise<Place> {
  const name = nameOf(location)
  try {
    if (role === 'source' && !isAddress(location) && !hasLedger(name)) throw noLedger(name)
    return { name, ledger: await openLedgerAt({ location, limits }) }
  } catch (error) {
    throw startFaultOf(error, name, 0) ?? error
  }
}
