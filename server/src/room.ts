/** One contest in the hub: its queue, its feed, and what joins the two. */
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { Committer } from './committer.ts'
import { Feed } from './feed.ts'
import type { HubPorts } from './hub-ports.ts'
import type { FactCommit } from './stored.ts'
import { pauseWith } from './timers.ts'
import type { Turns } from './turns.ts'

export class Room {
  readonly contest: string
  /** Hub time of the first commit. */
  readonly createdAt: number
  /** The hash of the first commit: it names this history, for a contest made anew under the same id has another. */
  readonly history: string
  readonly committer: Committer
  readonly feed: Feed
  readonly ports: HubPorts
  #medium: string | null = null

  constructor(state: State, first: Pick<FactCommit, 'at' | 'hash'>, ports: HubPorts, turns: Turns) {
    this.contest = state.contest
    this.createdAt = first.at
    this.history = first.hash
    this.ports = ports
    const { ledger, clock, entropy, sha256, group, timers, afterArrivals, monotonic, intervals, edge } = ports
    this.feed = new Feed({
      state,
      timers,
      now: monotonic,
      intervals,
      turns,
      send: (channel, delta) => edge.send(state.contest, channel, delta),
    })
    this.committer = new Committer(state, {
      ledger,
      clock,
      entropy,
      sha256,
      group,
      pause: pauseWith(timers),
      afterArrivals,
      onDurable: (commits) => this.#onDurable(commits),
      onMedium: (reason) => this.#onMedium(reason),
    })
  }

  /** The durable state: what views, reads and answers are made from. */
  get state(): State {
    return this.committer.durable
  }

  /** Why the ledger cannot write now; null while all is well. */
  get medium(): string | null {
    return this.#medium
  }

  #onDurable(commits: readonly FactCommit[]): void {
    this.feed.changed(commits.flatMap((commit) => commit.facts))
    this.ports.edge.committed(this.contest, commits)
  }

  #onMedium(reason: string | null): void {
    if (this.#medium === reason) return
    this.#medium = reason
    this.ports.edge.medium(this.contest, reason)
  }
}
