/** Stands in front of a real ledger and passes everything on; a test's own changes what it is about and nothing else. */
import type { Kept, Ledger, Moved, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import type { TableChanges } from '@bang-diem/server/ledgers/tables.ts'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'

export class ForwardingLedger implements Ledger {
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  get isShared(): boolean {
    return this.#ledger.isShared
  }

  get warnings(): readonly string[] {
    return this.#ledger.warnings
  }

  time(): Promise<number> {
    return this.#ledger.time()
  }

  append(contest: string, after: Head, commits: readonly StoredCommit[], tables?: TableChanges): Promise<Kept> {
    return this.#ledger.append(contest, after, commits, tables)
  }

  bringIn(contest: string, after: Head, commits: readonly StoredCommit[], tables?: TableChanges): Promise<Kept> {
    return this.#ledger.bringIn(contest, after, commits, tables)
  }

  markMoved(contest: string, to: string | null): Promise<void> {
    return this.#ledger.markMoved(contest, to)
  }

  moved(): Promise<Moved> {
    return this.#ledger.moved()
  }

  flushed(): Promise<void> {
    return this.#ledger.flushed()
  }

  read(contest: string, after: number): AsyncIterable<readonly StoredCommit[]> {
    return this.#ledger.read(contest, after)
  }

  follow(contest: string, after: number, onCommits: (commits: readonly StoredCommit[]) => void): () => void {
    return this.#ledger.follow(contest, after, onCommits)
  }

  head(contest: string): Promise<Head> {
    return this.#ledger.head(contest)
  }

  contests(): Promise<readonly string[]> {
    return this.#ledger.contests()
  }

  close(): Promise<void> {
    return this.#ledger.close()
  }
}
