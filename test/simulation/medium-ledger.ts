/** One program's ledger on the shared medium: the port as every ledger keeps it, held to the contract by `medium.test.ts`. */

import { checkBatch } from '@bang-diem/server/ledgers/batch.ts'
import { LedgerClosed, LedgerUnavailable, StaleHead } from '@bang-diem/server/ledgers/errors.ts'
import type { Kept, Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Timers } from '@bang-diem/server/timers.ts'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { Medium, Written } from './medium.ts'

/** Followers look again by themselves after so many ms, as for an answer that was lost. */
const lookMs = 1000
/** Between two questions whether all is safe. */
const flushLookMs = 250

export interface MediumAccess {
  /** The program's own: they end with it, and then nobody is answered. */
  readonly timers: Timers
  /** What is on its way to the medium arrives there by these, whatever becomes of the program. */
  readonly wire: Timers
  /** The medium's clock, in ms since 1970. */
  readonly now: () => number
}

export class MediumLedger implements Ledger {
  readonly isShared: boolean
  readonly warnings: readonly string[] = []
  /** The program cannot reach the medium, while others may. */
  isCutOff = false
  readonly #medium: Medium
  readonly #timers: Timers
  readonly #wire: Timers
  readonly #now: () => number
  readonly #stops = new Set<() => void>()
  /** By contest: the last commit that was appended or read. */
  readonly #seen = new Map<string, Head>()
  #underWay = 0
  #onIdle: (() => void) | undefined
  #isClosed = false

  constructor(medium: Medium, { timers, wire, now }: MediumAccess) {
    this.isShared = medium.kind !== 'own'
    this.#medium = medium
    this.#timers = timers
    this.#wire = wire
    this.#now = now
  }

  async append(contest: string, after: Head, commits: readonly StoredCommit[]): Promise<Kept> {
    this.#mustBeOpen()
    checkBatch(after, commits, limits.ledger)
    this.#underWay += 1
    const written = await this.#there(() =>
      this.isCutOff ? lostOnTheWay : this.#medium.write(contest, after, commits),
    )
    this.#underWay -= 1
    if (this.#underWay === 0) this.#onIdle?.()
    throwIfFailed(written)
    this.#see(contest, commits)
    return this.#medium.kind === 'slack' ? 'received' : 'durable'
  }

  bringIn = () => nobodyMoves()
  markMoved = () => nobodyMoves()

  async moved(): Promise<ReadonlyMap<string, string>> {
    return new Map()
  }

  async flushed(): Promise<void> {
    const seen = [...this.#seen]
    while (!this.#isClosed) {
      if (seen.every(([contest, head]) => this.#medium.isSafe(contest, head))) return
      await new Promise<void>((resolve) => this.#timers.after(flushLookMs, resolve))
    }
    throw new LedgerClosed('the ledger is closed')
  }

  async *read(contest: string, after: number): AsyncIterable<readonly StoredCommit[]> {
    for (let from = after; ; ) {
      this.#mustBeOpen()
      const chunk = await this.#read(() => this.#medium.lines(contest, from).slice(0, limits.ledger.commitsPerChunk))
      this.#mustBeOpen()
      this.#see(contest, chunk)
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
      const fresh = isStopped || this.#isOutOfReach ? [] : this.#medium.lines(contest, cursor)
      if (fresh.length === 0) return
      cursor += fresh.length
      this.#see(contest, fresh)
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

  async time(): Promise<number> {
    this.#mustBeOpen()
    return this.#read(() => this.#now())
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
    const answer = await this.#there(() => (this.#isOutOfReach ? undefined : { is: ask() }))
    if (!answer) throw new LedgerUnavailable('not-answering', 'none', undefined)
    return answer.is
  }

  get #isOutOfReach(): boolean {
    return this.isCutOff || this.#medium.mood.isOutOfReach
  }

  #see(contest: string, commits: readonly StoredCommit[]): void {
    const last = commits.at(-1)
    if (last) this.#seen.set(contest, { number: last.number, hash: last.hash })
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new LedgerClosed('the ledger is closed')
  }
}

/** The stories are of one house. */
function nobodyMoves(): Promise<never> {
  throw new Error('no contest moves in a story')
}

const lostOnTheWay: Written = { kind: 'failed' }

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
