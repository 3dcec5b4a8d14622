/** The ledgers by name: a new one is a folder beside this file and a line here. */
import type { LedgerLimits } from '../limits.ts'
import type { BackupOptions } from './embedded/backups.ts'
import { openEmbeddedLedger } from './embedded/embedded.ts'
import type { LedgerUnavailable } from './errors.ts'
import type { Ledger } from './ledger.ts'
import { openRedisLedger } from './redis/open.ts'

export interface LedgerPlace {
  /** Where the history is kept, in the ledger's own terms: a folder for `embedded`, an address for `redis`. */
  readonly location: string
  readonly limits: LedgerLimits
  /** Without it the ledger makes no backups by itself; one that does not live in a folder never does. */
  readonly backups?: BackupOptions
  readonly onFault?: (fault: LedgerUnavailable) => void
}

type OpenLedger = (place: LedgerPlace) => Promise<Ledger>

export const ledgers = {
  embedded: ({ location, ...rest }) => openEmbeddedLedger({ folder: location, ...rest }),
  redis: ({ location, limits }) => openRedisLedger({ url: location, limits }),
} satisfies Record<string, OpenLedger>

/** True for the address of a Redis, false for a folder. */
export function isAddress(location: string): boolean {
  return /^rediss?(?:\+\w+)?:\/\//.test(location)
}

/** Opens the ledger at a folder or at the address of a Redis. */
export function openLedgerAt(place: LedgerPlace): Promise<Ledger> {
  return isAddress(place.location) ? ledgers.redis(place) : ledgers.embedded(place)
}
