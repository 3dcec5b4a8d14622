/**
 * The single-file queue of one contest: commands are decided in the order in which they came, their facts appended in groups, and
 * answers given only when the ledger has said what became of them. What other hubs append is taken in between two groups.
 *
 * It deals with the ledger in one loop. It never retries a medium that failed, never answers before an answer is certain, and accepts
 * nothing while the ledger lacks what it had.
 */
import { nextTick } from 'node:process'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import { digestOf } from '@bang-diem/shared/ledger/salts.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Command, HubAct } from '@bang-diem/shared/rules/commands.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { appendSurely } from './append-surely.ts'
import type { Asked } from './asked.ts'
import type { Chain } from './chain.ts'
import type { Arrived, CommitterPorts, Settle, Standing } from './committer-ports.ts'
import { Deciding } from './deciding.ts'
import type { PendingCommit } from './group.ts'
import { lookInStep } from './in-step.ts'
import type { Kept, StoredCommit } from './ledgers/ledger.ts'
import { BrokenChain } from './ledgers/verify.ts'
import { recover } from './recover.ts'
import type { Tail } from './tail.ts'

export class Committer {
  readonly #chain: Chain
  readonly #deciding: Deciding
  readonly #ports: CommitterPorts
  /** What has arrived and was not decided yet. */
  #arrived: Arrived[] = []
  #standing: Standing = 'well'
  #isWorking = false
  #isStopping = false
  #idle: (() => void) | undefined

  constructor(chain: Chain, ports: CommitterPorts) {
    this.#chain = chain
    this.#deciding = new Deciding(chain, ports)
    this.#ports = ports
  }

  /** The state that the ledger has: what views, reads and answers are made from. */
  get durable(): State {
    return this.#chain.state
  }

  /** Decides a command and answers through `settle`, once, when the answer is certain. */
  submit(seat: SeatId, command: Command, settle: Settle): void {
    const digest = digestOf(command, this.#ports.sha256)
    this.#ask({ kind: 'command', seat, command, digest }, settle)
  }

  act(act: HubAct, settle: Settle): void {
    this.#ask({ kind: 'act', act }, settle)
  }

  /** Takes in what other hubs have appended; own commits among them are known already. */
  takeIn(commits: readonly StoredCommit[]): void {
    this.#chain.hear(commits)
    this.#wake()
  }

  /** Compares with the ledger's head, which was asked for when ours was `asOf`. */
  compare(head: Head, asOf: Head): void {
    // A longer ledger tells its commits by itself.
    if (head.number > asOf.number || head.hash === asOf.hash || this.#isWorking || this.#standing !== 'well') return
    this.#goneAstray()
    this.#wake()
  }

  /** Refuses what comes from now on; resolves when everything on its way is settled, or cannot be while the medium fails. */
  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#isBusy) await new Promise<void>((resolve) => (this.#idle = resolve))
  }

  get #isBusy(): boolean {
    return this.#isWorking || this.#arrived.length > 0
  }

  #ask(asked: Asked, settle: Settle): void {
    if (this.#isStopping) return settle({ ok: false, refusal: { code: 'hub-stopping' } })
    this.#arrived.push({ asked, settle })
    if (this.#arrived.length > 1) return
    this.#ports.afterArrivals(() => {
      this.#considerArrived()
      this.#wake()
    })
  }

  /** Whatever has arrived for this contest is decided in one go: what it is decided on is at hand then. */
  #considerArrived(): void {
    const arrived = this.#arrived
    this.#arrived = []
    if (this.#standing === 'well') this.#arrived = arrived.filter((each) => !this.#deciding.consider(each))
    else this.#refuse(arrived, { code: 'hub-behind', seconds: this.#ports.group.retrySeconds })
  }

  #wake(): void {
    if (!this.#isWorking) void this.#work()
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    while (await this.#step()) this.#considerArrived()
    this.#isWorking = false
    nextTick(() => this.#isBusy || this.#idle?.())
  }

  /** The next thing to do with the ledger; false when there is none, or none can be done. */
  async #step(): Promise<boolean> {
    if (this.#standing === 'forked') return false
    if (this.#standing === 'behind' || !this.#takeInHeard()) return this.#recover()
    return this.#deciding.isDue && this.#append()
  }

  /** Appends one group, sent at once when nothing is in flight; without one it looks whether others have gone on. */
  async #append(): Promise<boolean> {
    const { commits, tables, doubts } = this.#deciding.takeGroup()
    const asked = { chain: this.#chain, group: commits, tables, isStopping: () => this.#isStopping }
    const appended = await (commits.length > 0
      ? appendSurely(this.#ports, asked)
      : lookInStep(this.#ports, asked.chain))
    if (appended.kind === 'given-up') return false
    if (appended.kind === 'in-step') this.#deciding.tellDoubtful(doubts)
    else if (appended.kind === 'made') this.#made(commits, appended.kept)
    else if (appended.kind === 'moved') this.#moved(appended.tail)
    else if (appended.kind === 'astray') this.#goneAstray()
    else this.#failed(appended.reason)
    return true
  }

  /** The group is there. Writing a thousand answers takes as long as an append: they go out a tick later, when the next is on its way. */
  #made(made: readonly PendingCommit[], kept: Kept): void {
    this.#ports.onMedium(null)
    const commits = made.map(({ commit }) => commit)
    this.#chain.goOn({ commits, stored: made.map(({ stored }) => stored) }, kept)
    const answer = this.#deciding.settled()
    nextTick(() => {
      answer()
      this.#ports.onDurable(commits)
    })
  }

  /** False when what was heard does not follow what we have. */
  #takeInHeard(): boolean {
    try {
      this.#moved(this.#chain.takeHeard(this.#ports.sha256))
      return true
    } catch (error) {
      if (!(error instanceof BrokenChain)) throw error
      this.#goneAstray()
      return false
    }
  }

  /** Another hub has gone on: its commits are taken in, and everything that waits is decided again on top of them. */
  #moved(tail: Tail): void {
    if (tail.commits.length === 0) return
    this.#chain.goOn(tail)
    this.#ports.clock.atLeast(this.durable.at)
    this.#ports.onDurable(tail.commits)
    this.#arrived = [...this.#deciding.startOver(), ...this.#arrived]
    this.#considerArrived()
  }

  /** Nothing was written: the tentative state is dropped and everything that waited on it is refused. */
  #failed(reason: string): void {
    this.#ports.onMedium(reason)
    const seconds = this.#ports.group.retrySeconds
    this.#refuse(this.#deciding.startOver(), { code: 'ledger-unavailable', reason, seconds })
  }

  /** The ledger lacks what it had: nothing is accepted until it is there again. */
  #goneAstray(): void {
    this.#stand('behind')
    this.#refuse(this.#deciding.startOver(), { code: 'hub-behind', seconds: this.#ports.group.retrySeconds })
  }

  async #recover(): Promise<boolean> {
    const recovered = await recover(this.#ports, this.#chain, () => this.#isStopping)
    if (recovered.kind === 'given-up') return false
    this.#ports.onMedium(null)
    this.#stand(recovered.kind)
    if (recovered.kind === 'well') this.#moved(recovered.tail)
    return true
  }

  #stand(standing: Standing): void {
    this.#standing = standing
    this.#ports.onStanding(standing)
  }

  #refuse(arrived: readonly Arrived[], refusal: Refusal): void {
    for (const { settle } of arrived) settle({ ok: false, refusal })
  }
}
