/**
 * The ledger in Redis: a stream a contest, whose entries are commits under their numbers, and beside it tables for outside programs.
 *
 * This side checks what callers hand in, says honestly what a fault left behind, and feeds followers when the bell rings and every
 * second anyway. It never sends an append twice and never believes a Redis that promises less than it must.
 */
import { genesis, type Head } from '@bang-diem/shared/ledger/commit.ts'
import * as v from 'valibot'
import type { LedgerLimits } from '../../limits.ts'
import { sha256 } from '../../sha256.ts'
import { checkBatch } from '../batch.ts'
import { LedgerClosed, LedgerUnavailable, StaleHead } from '../errors.ts'
import { Followers } from '../followers.ts'
import type { Kept, Ledger, StoredCommit } from '../ledger.ts'
import type { TableChanges } from '../tables.ts'
import { appendCall, appendScript, type ScriptCall } from './append-script.ts'
import type { Bell } from './bell.ts'
import { contestsOf, listContest } from './contests.ts'
import { faultOf, isReply, readFaultOf } from './fault.ts'
import { Fences } from './fences.ts'
import { headKey, ledgerKey } from './keys.ts'
import { runScript } from './run-script.ts'
import type { Server } from './server.ts'

const appendReply = v.variant('0', [
  v.object({ 0: v.literal('ok') }),
  v.object({ 0: v.literal('stale'), 1: v.string(), 2: v.string() }),
  v.object({ 0: v.literal('fenced') }),
])
const headReply = v.tuple([v.nullable(v.string()), v.nullable(v.string())])
const entriesReply = v.array(
  v.tuple([v.string(), v.tuple([v.literal('hash'), v.string(), v.literal('line'), v.string()])]),
)

export class RedisLedger implements Ledger {
  readonly isShared = true
  readonly #server: Server
  readonly #limits: LedgerLimits
  readonly #bell: Bell
  readonly #followers: Followers
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
    bell.onRing((contest, number) => this.#followers.heard(contest, number))
  }

  get warnings(): readonly string[] {
    return this.#server.warnings
  }

  time(): Promise<number> {
    return this.#reading(() => this.#server.time())
  }

  append(contest: string, after: Head, commits: readonly StoredCommit[], tables?: TableChanges): Promise<Kept> {
    const appending = this.#append(contest, after, commits, tables)
    this.#underWay.add(appending)
    const done = () => this.#underWay.delete(appending)
    appending.then(done, done)
    return appending
  }

  async flushed(): Promise<void> {
    this.#requireOpen()
    await this.#server.flushed()
  }

  async *read(contest: string, after: number): AsyncGenerator<readonly StoredCommit[]> {
    let cursor = after
    for (;;) {
      this.#requireOpen()
      const commits = await this.#chunk(contest, cursor)
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
    const begin = genesis(contest, sha256)
    const [number, hash] = v.parse(headReply, await this.#final(contest, () => this.#readHead(contest)))
    return number === null || hash === null ? begin : { number: Number(number), hash }
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

  async #append(
    contest: string,
    after: Head,
    commits: readonly StoredCommit[],
    tables: TableChanges | undefined,
  ): Promise<Kept> {
    this.#requireOpen()
    const batch = checkBatch(after, commits, this.#limits)
    await this.#reading(() => (after.number === 0 ? listContest(this.#server.client, contest) : undefined))
    const parts = { begin: genesis(contest, sha256), batch, turn: this.#fences.turn(contest), tables }
    const reply = await this.#run(contest, appendCall(contest, after, parts))
    if (reply[0] === 'stale') throw new StaleHead({ number: Number(reply[1]), hash: reply[2] })
    // Only an append whose caller was told long ago that nothing is known of it comes behind its own fence.
    if (reply[0] === 'fenced') throw new LedgerUnavailable('not-answering', 'none', 'fenced')
    const last = commits.at(-1)
    if (last) this.#server.saw(contest, last)
    this.#followers.appended(contest, commits)
    return this.#server.keptNow()
  }

  async #run(contest: string, call: ScriptCall): Promise<v.InferOutput<typeof appendReply>> {
    try {
      const reply = await runScript(this.#server.client, appendScript, call)
      return v.parse(appendReply, { ...v.parse(v.array(v.string()), reply) })
    } catch (error) {
      if (error instanceof v.ValiError) throw error
      const fault = faultOf(error)
      if (fault.outcome === 'unknown') {
        this.#fences.doubt(contest)
        this.#server.reconnect()
        this.#followers.recheck(contest)
      }
      throw fault
    }
  }

  async #chunk(contest: string, after: number): Promise<StoredCommit[]> {
    const { commitsPerChunk } = this.#limits
    const key = ledgerKey(contest)
    const reply = await this.#final(contest, () =>
      this.#server.client.xrange(key, `${after + 1}-0`, '+', 'COUNT', commitsPerChunk),
    )
    return v
      .parse(entriesReply, reply)
      .map(([id, [, hash, , line]]) => ({ number: Number.parseInt(id, 10), hash, line }))
  }

  #readHead(contest: string): Promise<unknown> {
    return this.#server.client.hmget(headKey(contest), 'number', 'hash')
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
