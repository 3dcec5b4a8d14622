/**
 * The single-file queue of one contest: decides commands on the tentative state, appends their facts in groups, and answers only when
 * the ledger says durable.
 *
 * Two states are kept. `tentative` is the durable one plus what is on its way; `durable` alone feeds views, reads and answers. A refusal
 * that was decided on something still on its way waits for it too, so that nobody is told of a fact that may not come to be.
 * It never retries a medium that failed and never answers before an answer is certain.
 */
import { nextTick } from 'node:process'
import type { Head, Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { acceptedKey } from '@bang-diem/shared/ledger/keys.ts'
import { digestOf } from '@bang-diem/shared/ledger/salts.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Command, HubAct } from '@bang-diem/shared/rules/commands.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { appendSurely } from './append-surely.ts'
import { type Asked, decisionOn, sealAnswer } from './asked.ts'
import type { Clock } from './clock.ts'
import { fitsLedger, type GroupLimits, nextGroup, type PendingCommit, tooLong } from './group.ts'
import type { Ledger } from './ledgers/ledger.ts'
import { type FactCommit, storedOf } from './stored.ts'
import { tentativeOver } from './tentative.ts'

/** The certain answer to a command. */
export type Outcome = { readonly ok: true; readonly head: Head } | { readonly ok: false; readonly refusal: Refusal }
export type Settle = (outcome: Outcome) => void

interface Arrived {
  readonly asked: Asked
  readonly settle: Settle
}

interface Waiting extends Arrived {
  /** What it comes to once everything up to `after` is durable. */
  readonly outcome: Outcome
  readonly after: number
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
  /** Called after each durable group, when `durable` has evolved and the answers are out. */
  readonly onDurable: (commits: readonly FactCommit[]) => void
  /** The medium fails (`reason`) or works again (null). */
  readonly onMedium: (reason: string | null) => void
}

export class Committer {
  readonly durable: State
  #tentative: State
  /** What has arrived and was not looked at yet. */
  #arrived: Arrived[] = []
  #pending: PendingCommit[] = []
  /** By `after`, the lowest first: what a durable commit settles is always a beginning of it. */
  #waiting: Waiting[] = []
  #appending = false
  #stopping = false
  #idle: (() => void) | undefined
  readonly #ports: CommitterPorts

  constructor(durable: State, ports: CommitterPorts) {
    this.durable = durable
    this.#tentative = tentativeOver(durable)
    this.#ports = ports
  }

  /** Decides a command and answers through `settle`, once, when the answer is certain. */
  submit(seat: SeatId, command: Command, settle: Settle): void {
    const digest = digestOf(command, this.#ports.sha256)
    this.#ask({ kind: 'command', seat, command, digest }, settle)
  }

  act(act: HubAct, settle: Settle): void {
    this.#ask({ kind: 'act', act }, settle)
  }

  /** Refuses what comes from now on, and resolves when everything on its way is settled, or cannot be while the medium fails. */
  async stop(): Promise<void> {
    this.#stopping = true
    if (this.#isBusy) await new Promise<void>((resolve) => (this.#idle = resolve))
  }

  get #isBusy(): boolean {
    return this.#appending || this.#arrived.length > 0
  }

  #ask(asked: Asked, settle: Settle): void {
    if (this.#stopping) return settle({ ok: false, refusal: { code: 'hub-stopping' } })
    this.#arrived.push({ asked, settle })
    if (this.#arrived.length === 1) this.#ports.afterArrivals(() => this.#considerAll())
  }

  /** Whatever has arrived for this contest is decided in one go: what it is decided on is at hand then. */
  #considerAll(): void {
    const arrived = this.#arrived
    this.#arrived = []
    for (const each of arrived) this.#consider(each)
    if (!this.#appending) void this.#flush()
  }

  #consider({ asked, settle }: Arrived): void {
    const repeated = this.#repeated(asked)
    const outcome = repeated ?? this.#decide(asked)
    const after = outcome.ok ? outcome.head.number : this.#tentative.head.number
    if (after <= this.durable.head.number) return settle(outcome)
    // Nearly always the last place; that of the repeat of a command that is on its way is beside the first.
    const before = this.#waiting.findLastIndex((each) => each.after <= after)
    this.#waiting.splice(before + 1, 0, { asked, settle, outcome, after })
  }

  /** The first answer to a command that was accepted before, or the refusal of an id that is used for something else. */
  #repeated(asked: Asked): Outcome | undefined {
    if (asked.kind === 'act') return undefined
    const before = this.#tentative.accepted.get(acceptedKey(asked.seat, asked.command.id))
    if (!before) return undefined
    if (before.digest !== asked.digest) return { ok: false, refusal: { code: 'id-reused' } }
    return { ok: true, head: before.commit }
  }

  #decide(asked: Asked): Outcome {
    const { sha256, clock } = this.#ports
    const entropy = this.#ports.entropy(32)
    const decision = decisionOn(asked, this.#tentative, { entropy, sha256 })
    if (!decision.ok) return decision
    const sealed = sealAnswer(asked, decision.facts, this.#tentative, { sha256, clock, entropy })
    const stored = storedOf(sealed)
    if (!fitsLedger(stored, this.#ports.group)) return { ok: false, refusal: tooLong(this.#ports.group) }
    evolve(this.#tentative, sealed.commit)
    this.#pending.push({ commit: sealed.commit, stored })
    return { ok: true, head: this.#tentative.head }
  }

  /** Appends what is pending, one group after the other; sent at once when nothing is in flight. */
  async #flush(): Promise<void> {
    this.#appending = true
    while (this.#pending.length > 0) {
      const group = nextGroup(this.#pending, this.#ports.group)
      const result = await appendSurely(this.#ports, { durable: this.durable, group, isStopping: () => this.#stopping })
      if (result.kind === 'given-up') break
      if (result.kind === 'durable') this.#made(group)
      else if (result.kind === 'moved') this.#decideAnew(result.tail)
      else this.#failed(result.reason)
    }
    this.#appending = false
    nextTick(() => this.#isBusy || this.#idle?.())
  }

  /**
   * The group is durable: its commands are answered and the feed is told. Writing a thousand answers takes as long as an append:
   * they go out one tick later, when the next group is on its way.
   */
  #made(group: readonly PendingCommit[]): void {
    this.#ports.onMedium(null)
    this.#pending = this.#pending.slice(group.length)
    for (const { commit } of group) evolve(this.durable, commit)
    if (this.#pending.length === 0) this.#tentative = tentativeOver(this.durable)
    const settled = this.#takeSettled()
    nextTick(() => {
      for (const { settle, outcome } of settled) settle(outcome)
      this.#ports.onDurable(group.map(({ commit }) => commit))
    })
  }

  /** Takes out what waits for nothing any more. */
  #takeSettled(): readonly Waiting[] {
    const { number } = this.durable.head
    const first = this.#waiting.findIndex(({ after }) => after > number)
    return this.#waiting.splice(0, first < 0 ? this.#waiting.length : first)
  }

  /** Another hub has gone on: its commits are taken in, and everything that waits is decided again on top of them. */
  #decideAnew(tail: readonly FactCommit[]): void {
    for (const commit of tail) evolve(this.durable, commit)
    this.#ports.onDurable(tail)
    this.#restart((each) => this.#consider(each))
  }

  /** Nothing was written: the tentative state is dropped and everything that waited on it is refused. */
  #failed(reason: string): void {
    this.#ports.onMedium(reason)
    const refusal: Refusal = { code: 'ledger-unavailable', reason, seconds: this.#ports.group.retrySeconds }
    this.#restart(({ settle }) => settle({ ok: false, refusal }))
  }

  #restart(again: (waiting: Waiting) => void): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#pending = []
    this.#tentative = tentativeOver(this.durable)
    for (const each of waiting) again(each)
  }
}
