/**
 * Looks at a ledger until what it says is certain, however long its medium fails meanwhile. Only a hub that stops gives up. What is looked
 * for, and whether anything is written on the way, is the caller's.
 */
import { LedgerUnavailable } from './ledgers/errors.ts'

export interface InsistPorts {
  readonly onMedium: (reason: string | null) => void
  readonly pause: (ms: number) => Promise<void>
}

export interface GivenUp {
  readonly kind: 'given-up'
}

/** Between two tries of a medium that fails, in ms. */
const askAgainMs = 500

/** `look` answers undefined when it must be looked at again; `isStopping` is true from when the hub stops. */
export async function insist<Found>(
  { onMedium, pause }: InsistPorts,
  isStopping: () => boolean,
  look: () => Promise<Found | undefined>,
): Promise<Found | GivenUp> {
  for (;;) {
    try {
      const found = await look()
      if (found !== undefined) return found
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      onMedium(error.reason)
      if (isStopping()) return { kind: 'given-up' }
      await pause(askAgainMs)
    }
  }
}
