/**
 * The ledger in Redis: a stream a contest, whose entries are commits under their numbers, and beside it tables for outside programs.
 *
 * This side checks what callers hand in, says honestly what a fault left behind, and feeds followers when the bell rings and every
 * second anyway. It never sends an append twice and never believes a Redis that promises less than it must.
 */
import { genesis, type Head } from '@bang-diem/shared/ledger/commit.ts'
import type { LedgerLimits } from '../../limits.ts'
import { sha256 } from '../../sha256.ts'
import { checkBatch } from '../batch.ts'
import { LedgerClosed, LedgerUnavailable } from '../errors.ts'
import { Followers } from '../followers.ts'
import type { Kept, Ledger, Moved, StoredCommit } from '../ledger.ts'
import type { TableChanges } from '../tables.ts'
import { type AppendParts, appendCall } from './append-script.ts'
import type { Bell } from './bell.ts'
import { contestsOf, listContest } from './contests.ts'
import { faultOf, isReply, readFaultOf } from './fault.ts'
import { Fences } from './fences.ts'
import { markMoved, movedOf } from './marks.ts'
import { readCommits, readHead } from './read.ts'
import { Rings } from './rings.ts'
import { runAppend } from './run-append.ts'
import type { Server } from './server.ts'

type How = Pick<AppendParts, 'tables' | 'bringIn'>

export class RedisLedger implements Ledger {
  readonly isShared = true
  readonly #server: Server
  readonly #limits: LedgerLimits
  readonly #bell: Bell
  readonly #followers: Followers
  readonly #rings: Rings
  readonly #fences: Fences
  readonly #underWay = new Set<Promise<unknown>>()
  #closing: Promise<void> | undefined

  /** `writer` names this ledger among all that write to the same Redis. */
  constructor(server: Server, bell: Bell, limits: LedgerLimits, writer: string) {
    this.#server = server
    this.#limits = limits
    this.#fences = new Fences(server.client, writer)
    this.#followers = new Followers((contest, after) => this.read(contest, after), limits.retryMs)
    this.#bell = bell
    this.#rings = new Rings((contest, number) => this.#followers.heard(contest, number))
    bell.onRing((contest, number) => this.#rings.ring(contest, number))
  }

  get warnings(): readonly string[] {
    return this.#server.warnings
  }

  time(): Promise<number> {
    return this.#reading(() => this.#server.time())
  }

  append(contest: string, after: Head, commits: readonly StoredCommit[], tables?: TableChanges): Promise<Kept> {
    return this.#append(contest, after, commits, { tables, bringIn: false })
  }

  bringIn(contest: string, after: Head, commits: readonly StoredCommit[], tables?: TableChanges): Promise<Kept> {
    return this.#append(contest, after, commits, { tables, bringIn: true })
  }

  async markMoved(contest: string, to: string | null): Promise<void> {
    this.#requireOpen()
    // Before its first commit only the list knows of it.
    await this.#reading(() => listContest(this.#server.client, contest))
    await this.#tracked(markMoved(this.#server.client, contest, to)).catch((error: unknown) => {
      throw faultOf(error)
    })
  }

  async moved(): Promise<Moved> {
    this.#requireOpen()
    return this.#reading(() => movedOf(this.#server.client))
  }

  async flushed(): Promise<void> {
    this.#requireOpen()
    await this.#server.flushed()
  }

  async *read(contest: string, after: number): AsyncGenerator<readonly StoredCommit[]> {
    let cursor = after
    for (;;) {
      this.#requireOpen()
      const commits = await this.#final(contest, () =>
        readCommits(this.#server.client, contest, cursor, this.#limits.commitsPerChunk),
      )
      const last = commits.at(-1)
      if (!last) return
      this.#server.saw(contest, last)
      yield commits
      cursor = last.number
    }
  }

  follow(contest: string, after: number, onCommits: (commits: readonly StoredCommit[]) => void): () => void {
    this.#requireOpen()
    const stopListening = this.#bell.listen(contest)
    const stopFollowing = this.#followers.add(contest, after, onCommits)
    return () => {
      stopListening()
      stopFollowing()
    }
  }

  async head(contest: string): Promise<Head> {
    this.#requireOpen()
    return this.#final(contest, () => readHead(this.#server.client, contest))
  }

  async contests(): Promise<readonly string[]> {
    this.#requireOpen()
    return this.#reading(() => contestsOf(this.#server.client))
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#followers.stopAll()
    await Promise.allSettled(this.#underWay)
    this.#bell.close()
    this.#server.close()
  }

  #append(contest: string, after: Head, commits: readonly StoredCommit[], how: How): Promise<Kept> {
    return this.#tracked(this.#rings.during(contest, () => this.#run(contest, after, commits, how)))
  }

  async #run(contest: string, after: Head, commits: readonly StoredCommit[], how: How): Promise<Kept> {
    this.#requireOpen()
    const batch = checkBatch(after, commits, this.#limits)
    await this.#reading(() => (after.number === 0 ? listContest(this.#server.client, contest) : undefined))
    const parts = { begin: genesis(contest, sha256), batch, turn: this.#fences.turn(contest), ...how }
    try {
      await runAppend(this.#server.client, contest, appendCall(contest, after, parts))
    } catch (error) {
      if (error instanceof LedgerUnavailable && error.outcome === 'unknown') this.#doubt(contest)
      throw error
    }
    const last = commits.at(-1)
    if (last) this.#server.saw(contest, last)
    this.#followers.appended(contest, commits)
    return this.#server.keptNow()
  }

  /** What `close` waits for. */
  #tracked<Result>(underWay: Promise<Result>): Promise<Result> {
    this.#underWay.add(underWay)
    const done = () => this.#underWay.delete(underWay)
    underWay.then(done, done)
    return underWay
  }

  #doubt(contest: string): void {
    this.#fences.doubt(contest)
    this.#server.reconnect()
    this.#followers.recheck(contest)
  }

  /** Reads what can be relied on. */
  #final<Reply>(contest: string, read: () => Promise<Reply>): Promise<Reply> {
    return this.#reading(async () => {
      await this.#fences.certain(contest)
      return read()
    })
  }

  /** Does what leaves no commits behind, over a connection that may be about to come back. */
  async #reading<Reply>(read: () => Reply | Promise<Reply>): Promise<Reply> {
    try {
      await this.#server.connected()
      return await read()
    } catch (error) {
      if (this.#closing) throw new LedgerClosed('the ledger is closed')
      if (!isReply(error)) this.#server.reconnect()
      throw readFaultOf(error)
    }
  }

  #requireOpen(): void {
    if (this.#closing) throw new LedgerClosed('the ledger is closed')
  }
}
