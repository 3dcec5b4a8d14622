/**
 * Up to which commit a contest is durable. Most ledgers say so with every append; one that says only `received` is asked when it has
 * caught up, once for everything that came meanwhile. It never counts on a time: only the ledger's word moves it.
 */
import { LedgerClosed } from './ledgers/errors.ts'
import type { Kept } from './ledgers/ledger.ts'

export class Keeping {
  readonly #flushed: () => Promise<void>
  readonly #onKept: (number: number) => void
  #upTo = 0
  #latest = 0
  #isAsking = false

  /** `flushed` is the ledger's; `onKept` is told each time that a wait is over. */
  constructor(flushed: () => Promise<void>, onKept: (number: number) => void) {
    this.#flushed = flushed
    this.#onKept = onKept
  }

  /** The commits up to `number` have come to this. */
  appended(kept: Kept, number: number): void {
    this.#latest = Math.max(this.#latest, number)
    if (kept === 'durable') this.#upTo = Math.max(this.#upTo, number)
    else if (!this.#isAsking) void this.#ask()
  }

  get upTo(): number {
    return this.#upTo
  }

  of(number: number): Kept {
    return number <= this.#upTo ? 'durable' : 'received'
  }

  async #ask(): Promise<void> {
    this.#isAsking = true
    try {
      while (this.#upTo < this.#latest) {
        const number = this.#latest
        await this.#flushed()
        this.#upTo = Math.max(this.#upTo, number)
        this.#onKept(this.#upTo)
      }
    } catch (error) {
      // A hub that stops tells nobody anything more; the next one is asked.
      if (!(error instanceof LedgerClosed)) throw error
    } finally {
      this.#isAsking = false
    }
  }
}
