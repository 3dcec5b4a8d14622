/**
 * A contest as its ledger has it: the state, the end of the lines that it was folded from, and up to which commit it is durable.
 * It goes forward only, by commits that were proved to follow.
 */
import type { Head, Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Held } from './held.ts'
import { Keeping } from './keeping.ts'
import type { Kept, Ledger, StoredCommit } from './ledgers/ledger.ts'
import { type Tail, tailOf } from './tail.ts'

export class Chain {
  readonly state: State
  /** What can be appended again to a ledger that has lost it. */
  readonly held: Held
  readonly #keeping: Keeping
  #heard: StoredCommit[] = []
  /** What can be said of commits that were read: whoever appended them to a shared ledger may know more. */
  readonly #whenRead: Kept

  /** `held` has the end of what `state` was folded from. */
  constructor(state: State, held: Held, ledger: Ledger, onKept: (number: number) => void) {
    this.state = state
    this.held = held
    this.#whenRead = ledger.isShared ? 'received' : 'durable'
    this.#keeping = new Keeping(() => ledger.flushed(), onKept)
    this.#keeping.appended(this.#whenRead, this.head.number)
  }

  get contest(): string {
    return this.state.contest
  }

  get head(): Head {
    return this.state.head
  }

  /** What has become of commit `number`. */
  kept(number: number): Kept {
    return this.#keeping.of(number)
  }

  /** Keeps what other hubs have appended until it is taken in; own commits may be among it. */
  hear(commits: readonly StoredCommit[]): void {
    this.#heard.push(...commits)
  }

  /** What was heard of and is not in the state yet. Throws `BrokenChain` when it does not follow, `UnknownFact`. */
  takeHeard(sha256: Sha256): Tail {
    const fresh = this.#heard.filter(({ number }) => number > this.head.number)
    this.#heard = []
    return tailOf(this.contest, this.head, fresh, sha256)
  }

  goOn({ commits, stored }: Tail, kept = this.#whenRead): void {
    for (const commit of commits) evolve(this.state, commit)
    this.held.add(stored)
    this.#keeping.appended(kept, this.head.number)
  }
}
