/** A real ledger that says of everything only that it has received it, until the test lets it flush. */
import { LedgerClosed } from '@bang-diem/server/ledgers/errors.ts'
import type { Kept, Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import { expect } from 'vitest'

interface Waiting {
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

export class ReceivingLedger implements Ledger {
  readonly isShared = false
  readonly #ledger: Ledger
  /** What the next appends say; a medium may be quick again. */
  says: Kept = 'received'
  #waiting: Waiting[] = []

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  get warnings(): readonly string[] {
    return this.#ledger.warnings
  }

  time(): Promise<number> {
    return this.#ledger.time()
  }

  async append(contest: string, after: Head, commits: readonly StoredCommit[]): Promise<Kept> {
    await this.#ledger.append(contest, after, commits)
    return this.says
  }

  flushed(): Promise<void> {
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

  read(contest: string, after: number): AsyncIterable<readonly StoredCommit[]> {
    return this.#ledger.read(contest, after)
  }

  follow(...following: Parameters<Ledger['follow']>): ReturnType<Ledger['follow']> {
    return this.#ledger.follow(...following)
  }

  bringIn(...bringing: Parameters<Ledger['bringIn']>): ReturnType<Ledger['bringIn']> {
    return this.#ledger.bringIn(...bringing)
  }

  markMoved(contest: string, to: string | null): Promise<void> {
    return this.#ledger.markMoved(contest, to)
  }

  moved(): ReturnType<Ledger['moved']> {
    return this.#ledger.moved()
  }

  head(contest: string): Promise<Head> {
    return this.#ledger.head(contest)
  }

  contests(): Promise<readonly string[]> {
    return this.#ledger.contests()
  }

  async close(): Promise<void> {
    for (const { reject } of this.#waiting) reject(new LedgerClosed())
    await this.#ledger.close()
  }
}
