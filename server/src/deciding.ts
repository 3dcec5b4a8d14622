/**
 * What of a contest is decided and not certain: the tentative state, the commits of the next append, and the answers that wait.
 * A refusal that was decided on something still on its way waits for it too, so that nobody is told of a fact that may not come to be.
 * It knows no ledger and answers nobody by itself but what is certain already.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { inGroup } from '@bang-diem/shared/ledger/grouped.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { shareScores } from '@bang-diem/shared/rules/scores.ts'
import { type Asked, decisionOn, sealAnswer } from './asked.ts'
import type { Chain } from './chain.ts'
import type { Arrived, CommitterPorts } from './committer-ports.ts'
import { fitsLedger, Group, type PendingCommit, tooLong } from './group.ts'
import type { TableChanges } from './ledgers/tables.ts'
import { storedOf } from './stored.ts'
import { tentativeOver } from './tentative.ts'
import { WaitingList } from './waiting-list.ts'

type Decided = { readonly ok: true; readonly head: Head } | { readonly ok: false; readonly refusal: Refusal }

interface Waiting extends Arrived {
  /** What it comes to once everything up to commit `after` is there. */
  readonly decided: Decided
  readonly after: number
}

interface Due {
  readonly commits: readonly PendingCommit[]
  /** What the commits change in the tables. */
  readonly tables: TableChanges | undefined
  /** How many refusals wait until it is certain that nobody else has gone on. */
  readonly doubts: number
}

type Ports = Pick<CommitterPorts, 'ledger' | 'clock' | 'entropy' | 'sha256' | 'group' | 'tables'>

export class Deciding {
  readonly #chain: Chain
  readonly #ports: Ports
  readonly #waiting = new WaitingList<Waiting>()
  /** Refusals that others, who append as well, may have made untrue. */
  #doubtful: Waiting[] = []
  #tentative: State
  #group: Group

  constructor(chain: Chain, ports: Ports) {
    this.#chain = chain
    this.#ports = ports
    this.#tentative = goingOnFrom(chain.state)
    this.#group = new Group(ports.group)
  }

  /** True when something waits to be appended, or for a look at the ledger. */
  get isDue(): boolean {
    return this.#group.commits.length > 0 || this.#doubtful.length > 0
  }

  /** What waits; what is decided from here on goes into the append after this. */
  takeGroup(): Due {
    const { commits } = this.#group
    this.#group = new Group(this.#ports.group)
    const tables = commits.length > 0 ? this.#ports.tables?.changes(this.#chain.state, this.#tentative) : undefined
    return { commits, tables, doubts: this.#doubtful.length }
  }

  /** Decides, and answers at the right time. False when it must be looked at again after the next append has left. */
  consider(arrived: Arrived): boolean {
    const { asked } = arrived
    const repeated = this.#repeated(asked)
    if (!repeated && this.#group.isFull) return false
    const decided = repeated ?? this.#decide(asked)
    const after = decided.ok ? decided.head.number : this.#tentative.head.number
    const waiting = { ...arrived, decided, after }
    // An append that follows on what was decided proves that nobody else had gone on; without one the ledger must be asked.
    if (after > this.#chain.head.number) this.#waiting.add(waiting)
    else if (decided.ok || repeated || !this.#ports.ledger.isShared) this.#answer(arrived, decided)
    else this.#doubtful.push(waiting)
    return true
  }

  /** The first `count` refusals that waited for it are certain: nobody else had gone on. */
  tellDoubtful(count: number): void {
    for (const waiting of this.#doubtful.splice(0, count)) this.#answer(waiting, waiting.decided)
  }

  /** The chain has come to what was decided: gives out what answers those who waited for it. */
  settled(): () => void {
    if (this.#group.commits.length === 0) this.#tentative = goingOnFrom(this.#chain.state)
    const settled = this.#waiting.takeUpTo(this.#chain.head.number)
    return () => {
      for (const waiting of settled) this.#answer(waiting, waiting.decided)
    }
  }

  /** Drops what was decided; answers who waits for it. */
  startOver(): readonly Arrived[] {
    this.#group = new Group(this.#ports.group)
    this.#tentative = goingOnFrom(this.#chain.state)
    this.#ports.tables?.forget()
    const doubtful = this.#doubtful
    this.#doubtful = []
    return [...doubtful, ...this.#waiting.takeAll()]
  }

  #answer({ settle }: Arrived, decided: Decided): void {
    settle(decided.ok ? { ...decided, kept: this.#chain.kept(decided.head.number) } : decided)
  }

  /** The first answer to a command that was accepted before, or the refusal of an id that is used for something else. */
  #repeated(asked: Asked): Decided | undefined {
    if (asked.kind === 'act') return undefined
    const before = inGroup(this.#tentative.accepted, asked.seat).get(asked.command.id)
    if (!before) return undefined
    if (before.digest !== asked.digest) return { ok: false, refusal: { code: 'id-reused' } }
    return { ok: true, head: before.commit }
  }

  #decide(asked: Asked): Decided {
    const { sha256, clock, group } = this.#ports
    const entropy = this.#ports.entropy(32)
    const decision = decisionOn(asked, this.#tentative, { entropy, sha256 })
    if (!decision.ok) return decision
    const sealed = sealAnswer(asked, decision.facts, this.#tentative, { sha256, clock, entropy })
    const stored = storedOf(sealed)
    if (!fitsLedger(stored, group)) return { ok: false, refusal: tooLong(group) }
    evolve(this.#tentative, sealed.commit)
    this.#group.add({ commit: sealed.commit, stored })
    return { ok: true, head: this.#tentative.head }
  }
}

/** What is decided on: it knows the scores that are known, and those that it leads to are known when it has become durable. */
function goingOnFrom(state: State): State {
  const tentative = tentativeOver(state)
  shareScores(state, tentative)
  return tentative
}
