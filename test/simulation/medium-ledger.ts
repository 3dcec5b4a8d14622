/** One program's ledger on the shared medium: the port as every ledger keeps it, held to the contract by `medium.test.ts`. */

import { checkBatch } from '@bang-diem/server/ledgers/embedded/batch.ts'
import { LedgerClosed, LedgerUnavailable, StaleHead } from '@bang-diem/server/ledgers/errors.ts'
import type { Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Timers } from '@bang-diem/server/timers.ts'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { Medium, Written } from './medium.ts'

/** Followers look again by themselves after so many ms, as for an answer that was lost. */
const lookMs = 1000

export class MediumLedger implements Ledger {
  readonly #medium: Medium
  /** The program's own: they end with it, and then nobody is answered. */
  readonly #timers: Timers
  /** What is on its way to the medium arrives there whatever becomes of the program. */
  readonly #wire: Timers
  readonly #stops = new Set<() => void>()
  #underWay = 0
  #onIdle: (() => void) | undefined
  #isClosed = false

  constructor(medium: Medium, timers: Timers, wire: Timers) {
    this.#medium = medium
    this.#timers = timers
    this.#wire = wire
  }

  async append(contest: string, after: Head, commits: readonly StoredCommit[]): Promise<void> {
    this.#mustBeOpen()
    checkBatch(after, commits, limits.ledger)
    this.#underWay += 1
    const written = await this.#there(() => this.#medium.write(contest, after, commits))
    this.#underWay -= 1
    if (this.#underWay === 0) this.#onIdle?.()
    throwIfFailed(written)
  }

  async *read(contest: string, after: number): AsyncIterable<readonly StoredCommit[]> {
    for (let from = after; ; ) {
      this.#mustBeOpen()
      const chunk = await this.#read(() => this.#medium.lines(contest, from).slice(0, limits.ledger.commitsPerChunk))
      this.#mustBeOpen()
      if (chunk.length > 0) yield chunk
      if (chunk.length < limits.ledger.commitsPerChunk) return
      from += chunk.length
    }
  }

  follow(contest: string, after: number, onCommits: (commits: readonly StoredCommit[]) => void): () => void {
    this.#mustBeOpen()
    let cursor = after
    let isStopped = false
    const look = () => {
      const fresh = isStopped || this.#medium.mood.isOutOfReach ? [] : this.#medium.lines(contest, cursor)
      if (fresh.length === 0) return
      cursor += fresh.length
      onCommits(fresh)
    }
    const lookLater = () => this.#timers.after(this.#medium.takes() + this.#medium.mood.lag, look)
    const lookAgain = () => {
      if (isStopped) return
      look()
      this.#timers.after(lookMs, lookAgain)
    }
    const unwatch = this.#medium.watch((changed) => changed === contest && lookLater())
    lookLater()
    this.#timers.after(lookMs, lookAgain)
    const stop = () => {
      isStopped = true
      unwatch()
      this.#stops.delete(stop)
    }
    this.#stops.add(stop)
    return stop
  }

  async head(contest: string): Promise<Head> {
    this.#mustBeOpen()
    return this.#read(() => this.#medium.head(contest))
  }

  async contests(): Promise<readonly string[]> {
    this.#mustBeOpen()
    return this.#read(() => this.#medium.contests())
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const stop of [...this.#stops]) stop()
    if (this.#underWay > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve))
  }

  /** Asks the medium, which is some way off. */
  #there<Answer>(ask: () => Answer): Promise<Answer> {
    return new Promise((resolve) => {
      this.#wire.after(this.#medium.takes(), () => {
        const answer = ask()
        this.#timers.after(this.#medium.takes(), () => resolve(answer))
      })
    })
  }

  async #read<Answer>(ask: () => Answer): Promise<Answer> {
    const answer = await this.#there(() => (this.#medium.mood.isOutOfReach ? undefined : { is: ask() }))
    if (!answer) throw new LedgerUnavailable('not-answering', 'none', undefined)
    return answer.is
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new LedgerClosed('the ledger is closed')
  }
}

function throwIfFailed(written: Written): void {
  switch (written.kind) {
    case 'written':
      return
    case 'stale':
      throw new StaleHead(written.head)
    case 'full':
      throw new LedgerUnavailable('disk-full', 'none', undefined)
    case 'failed':
      throw new LedgerUnavailable('not-answering', 'unknown', undefined)
  }
}
