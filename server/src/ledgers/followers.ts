/**
 * Gives each follower every commit once and in order, from any starting point.
 *
 * A follower that is up to date gets appended commits straight from memory, as soon as they are durable. One that is behind reads
 * until it has caught up. Its cursor alone decides, so neither the order of messages nor a lost answer can make a gap or a double.
 */
import { LedgerUnavailable } from './errors.ts'
import type { StoredCommit } from './ledger.ts'

type OnCommits = (commits: readonly StoredCommit[]) => void
type Read = (contest: string, after: number) => AsyncIterable<readonly StoredCommit[]>

export class Followers {
  readonly #read: Read
  readonly #retryMs: number
  readonly #byContest = new Map<string, Set<Follower>>()

  constructor(read: Read, retryMs: number) {
    this.#read = read
    this.#retryMs = retryMs
  }

  /** Starts a follower after commit `after`; the returned function stops it. */
  add(contest: string, after: number, onCommits: OnCommits): () => void {
    const follower = new Follower((cursor) => this.#read(contest, cursor), after, onCommits, this.#retryMs)
    const followers = this.#byContest.get(contest) ?? new Set()
    this.#byContest.set(contest, followers.add(follower))
    follower.catchUp()
    return () => {
      follower.stop()
      followers.delete(follower)
      if (followers.size === 0 && this.#byContest.get(contest) === followers) this.#byContest.delete(contest)
    }
  }

  /** These commits, without gaps, have become durable. */
  appended(contest: string, commits: readonly StoredCommit[]): void {
    for (const follower of this.#byContest.get(contest) ?? []) follower.appended(commits)
  }

  /** The contest has gone on to commit `number`, perhaps by somebody else. */
  heard(contest: string, number: number): void {
    for (const follower of this.#byContest.get(contest) ?? []) follower.heard(number)
  }

  /** There may be commits that nobody was told of: an answer was lost. */
  recheck(contest: string): void {
    for (const follower of this.#byContest.get(contest) ?? []) follower.catchUp()
  }

  stopAll(): void {
    for (const followers of this.#byContest.values()) for (const follower of followers) follower.stop()
    this.#byContest.clear()
  }
}

class Follower {
  readonly #read: (after: number) => AsyncIterable<readonly StoredCommit[]>
  readonly #onCommits: OnCommits
  readonly #retryMs: number
  /** The number of the last commit given out. */
  #cursor: number
  /** Something may have been appended after the last chunk was read. */
  #missed = false
  #state: 'live' | 'catching-up' | 'waiting' | 'stopped' = 'live'
  #retry: NodeJS.Timeout | undefined

  constructor(
    read: (after: number) => AsyncIterable<readonly StoredCommit[]>,
    after: number,
    onCommits: OnCommits,
    retryMs: number,
  ) {
    this.#read = read
    this.#cursor = after
    this.#onCommits = onCommits
    this.#retryMs = retryMs
  }

  appended(commits: readonly StoredCommit[]): void {
    const first = commits.at(0)
    if (this.#state === 'live' && first && first.number <= this.#cursor + 1) this.#give(commits)
    else this.catchUp()
  }

  heard(number: number): void {
    if (number > this.#cursor) this.catchUp()
  }

  catchUp(): void {
    this.#missed = this.#state === 'catching-up'
    if (this.#state !== 'live') return
    this.#state = 'catching-up'
    // A rejection that is no fault of the medium is a bug and ends the program as an unhandled rejection.
    void this.#readOn()
  }

  stop(): void {
    this.#state = 'stopped'
    clearTimeout(this.#retry)
  }

  async #readOn(): Promise<void> {
    try {
      for await (const commits of this.#read(this.#cursor)) {
        this.#give(commits)
        if (this.#stopped()) return
      }
      if (this.#stopped()) return
      this.#state = 'live'
      if (this.#missed) this.catchUp()
    } catch (error) {
      if (this.#stopped()) return
      if (!(error instanceof LedgerUnavailable)) throw error
      this.#state = 'waiting'
      this.#retry = setTimeout(() => {
        this.#state = 'live'
        this.catchUp()
      }, this.#retryMs)
    }
  }

  #stopped(): boolean {
    return this.#state === 'stopped'
  }

  #give(commits: readonly StoredCommit[]): void {
    const fresh = commits.filter(({ number }) => number > this.#cursor)
    const last = fresh.at(-1)
    if (!last || this.#state === 'stopped') return
    this.#cursor = last.number
    this.#onCommits(fresh)
  }
}
