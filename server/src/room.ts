/** One contest in the hub: its chain, its queue, its feed, and what joins them. */
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { Chain } from './chain.ts'
import { Committer } from './committer.ts'
import type { Standing } from './committer-ports.ts'
import { Feed } from './feed.ts'
import type { Held } from './held.ts'
import type { HubPorts } from './hub-ports.ts'
import type { FactCommit } from './stored.ts'
import { TableNews } from './table-news.ts'
import { pauseWith } from './timers.ts'
import type { Turns } from './turns.ts'

/** A contest as it was folded from its ledger. */
export interface Folded {
  readonly state: State
  readonly first: Pick<FactCommit, 'at' | 'hash'>
  /** The end of what was folded. */
  readonly held: Held
}

/** What a standing is to staff. */
const warningOf = { well: [], behind: ['ledger-behind'], forked: ['ledger-forked'] } as const

export class Room {
  readonly contest: string
  /** Hub time of the first commit. */
  readonly createdAt: number
  /** The hash of the first commit: it names this history, for a contest made anew under the same id has another. */
  readonly history: string
  readonly chain: Chain
  readonly committer: Committer
  readonly feed: Feed
  readonly ports: HubPorts
  /** Why appending fails, and why not even reading works. */
  #medium: string | null = null
  #unreachable: string | null = null
  #standing: Standing = 'well'

  constructor({ state, first, held }: Folded, ports: HubPorts, turns: Turns) {
    this.contest = state.contest
    this.createdAt = first.at
    this.history = first.hash
    this.ports = ports
    const { ledger, timers, monotonic, intervals, edge } = ports
    this.feed = new Feed({
      state,
      timers,
      now: monotonic,
      intervals,
      turns,
      send: (channel, delta) => edge.send(state.contest, channel, delta),
    })
    const onKept = (number: number) => edge.kept(state.contest, number)
    this.chain = new Chain(state, held, ledger, onKept)
    this.committer = new Committer(this.chain, {
      ...ports,
      tables: ledger.isShared ? new TableNews() : null,
      pause: pauseWith(timers),
      onDurable: (commits) => this.#onDurable(commits),
      onMedium: (reason) => this.#onMedium(reason),
      onStanding: (standing) => this.#onStanding(standing),
    })
  }

  /** The durable state: what views, reads and answers are made from. */
  get state(): State {
    return this.chain.state
  }

  /** Why the ledger cannot write now; null while all is well. */
  get medium(): string | null {
    return this.#medium ?? this.#unreachable
  }

  /** Whoever watches the ledger could not reach it (`reason`), or could (null). */
  reachable(reason: string | null): void {
    if (this.#unreachable === reason) return
    this.#unreachable = reason
    this.ports.edge.warned(this.contest)
  }

  /** What staff must know of the ledger; empty while all is well. */
  get warnings(): readonly string[] {
    const medium = this.medium === null ? [] : [this.medium]
    return [...medium, ...warningOf[this.#standing], ...this.ports.warnings()]
  }

  #onDurable(commits: readonly FactCommit[]): void {
    this.feed.changed(commits.flatMap((commit) => commit.facts))
    this.ports.edge.committed(this.contest, commits)
  }

  #onMedium(reason: string | null): void {
    if (this.#medium === reason) return
    this.#medium = reason
    this.ports.edge.warned(this.contest)
  }

  #onStanding(standing: Standing): void {
    this.#standing = standing
    this.ports.edge.warned(this.contest)
    if (standing === 'forked') this.ports.onFork(this.contest, this.chain.held.all)
  }
}
