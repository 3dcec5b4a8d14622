/** The ledgers by name: a new one is a folder beside this file and a line here. */
import type { LedgerLimits } from '../limits.ts'
import { openEmbeddedLedger } from './embedded/embedded.ts'
import type { LedgerUnavailable } from './errors.ts'
import type { Ledger } from './ledger.ts'

export interface LedgerPlace {
  /** Where the history is kept, in the ledger's own terms: a folder for `embedded`. */
  readonly location: string
  readonly limits: LedgerLimits
  readonly onFault?: (fault: LedgerUnavailable) => void
}

type OpenLedger = (place: LedgerPlace) => Promise<Ledger>

export const ledgers = {
  embedded: ({ location, ...rest }) => openEmbeddedLedger({ folder: location, ...rest }),
} satisfies Record<string, OpenLedger>
