/** Everything that the hub is given from outside: no part of it constructs a clock, a timer, a random number or a store. */
import type { Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { Delta } from '@bang-diem/shared/protocol/down.ts'
import type { Clock } from './clock.ts'
import type { PaceName } from './feed.ts'
import type { GroupLimits } from './group.ts'
import type { Ledger, StoredCommit } from './ledgers/ledger.ts'
import type { HeldLimits } from './limits.ts'
import type { FactCommit } from './stored.ts'
import type { Timers } from './timers.ts'

export interface HubPorts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly timers: Timers
  /** Runs a task when everything that has already arrived was looked at. Kept apart from time: appends do not wait for a clock. */
  readonly afterArrivals: (task: () => void) => void
  /** Monotonic ms with fractions, for paces and measurements. */
  readonly monotonic: () => number
  readonly entropy: (bytes: number) => string
  readonly sha256: Sha256
  readonly group: GroupLimits
  readonly held: HeldLimits
  /** Between two looks at a ledger that others may append to, in ms. */
  readonly watchMs: number
  /** What staff of every contest must know of the medium: kebab-case, empty while all is well. */
  readonly warnings: () => readonly string[]
  readonly intervals: Readonly<Record<PaceName, number>>
  readonly edge: Edge
  /** The ledger has gone on without `ours`, the end of what this hub has: it can only begin anew. */
  readonly onFork: (contest: string, ours: readonly StoredCommit[]) => void
}

/** What the hub tells the socket edge. */
export interface Edge {
  /** Sends a delta to everyone in the contest who is subscribed to the channel. */
  send(contest: string, channel: string, delta: Delta): void
  /** New commits are in the ledger and their answers are out. With none: the contest was let in, with what it had. */
  committed(contest: string, commits: readonly FactCommit[]): void
  /** Everything up to commit `number`, of which some was told as `received`, is durable now. */
  kept(contest: string, number: number): void
  /** What staff must know of the contest's ledger has changed. */
  warned(contest: string): void
}
