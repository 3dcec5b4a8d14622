/** A real ledger that says of everything only that it has received it, until the test lets it flush. */
import { LedgerClosed } from '@bang-diem/server/ledgers/errors.ts'
import type { Kept, Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { expect } from 'vitest'
import { ForwardingLedger } from '../harness/forwarding-ledger.ts'

interface Waiting {
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

export class ReceivingLedger extends ForwardingLedger {
  /** What the next appends say; a medium may be quick again. */
  says: Kept = 'received'
  #waiting: Waiting[] = []

  override async append(...appending: Parameters<Ledger['append']>): Promise<Kept> {
    await super.append(...appending)
    return this.says
  }

  override flushed(): Promise<void> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  /** Everything that was asked for up to now is durable. */
  flush(): void {
    for (const { resolve } of this.#waiting) resolve()
    this.#waiting = []
  }

  /** The hub asks for what comes meanwhile only when it has heard of what went before. */
  async flushUntil(isTold: () => boolean | Promise<boolean>): Promise<void> {
    await expect
      .poll(() => {
        this.flush()
        return isTold()
      })
      .toBe(true)
  }

  override async close(): Promise<void> {
    for (const { reject } of this.#waiting) reject(new LedgerClosed())
    await super.close()
  }
}
