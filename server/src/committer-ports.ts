/** What a contest's queue is given from outside, what asks it, and what it answers. */
import type { Head, Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { Asked } from './asked.ts'
import type { Clock } from './clock.ts'
import type { GroupLimits } from './group.ts'
import type { Kept, Ledger } from './ledgers/ledger.ts'
import type { TableChanges } from './ledgers/tables.ts'
import type { FactCommit } from './stored.ts'

/** The certain answer to a command; `kept` is what its commit has come to. */
export type Outcome =
  | { readonly ok: true; readonly head: Head; readonly kept: Kept }
  | { readonly ok: false; readonly refusal: Refusal }
export type Settle = (outcome: Outcome) => void

export interface Arrived {
  readonly asked: Asked
  readonly settle: Settle
}

/**
 * How the contest stands to its ledger. `behind`: the ledger has lost what this hub has, and nothing is accepted until it has it again;
 * `forked`: another chain has gone on meanwhile, and this hub accepts nothing any more.
 */
export type Standing = 'well' | 'behind' | 'forked'

/** Tables for outside programs, made from the state after each append. */
export interface Tables {
  /** What an append changes in them that leads from one state to the other. */
  changes(before: State, after: State): TableChanges
  /** They may not be what was last said: the next changes tell everything. */
  forget(): void
}

export interface CommitterPorts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly entropy: (bytes: number) => string
  readonly sha256: Sha256
  readonly pause: (ms: number) => Promise<void>
  /** Runs a task when everything that has already arrived was looked at. */
  readonly afterArrivals: (task: () => void) => void
  readonly group: GroupLimits
  /** Null where nobody reads them. */
  readonly tables: Tables | null
  /** Called after each durable group, when `durable` has evolved and the answers are out. */
  readonly onDurable: (commits: readonly FactCommit[]) => void
  /** The medium fails (`reason`) or works again (null). */
  readonly onMedium: (reason: string | null) => void
  readonly onStanding: (standing: Standing) => void
}
