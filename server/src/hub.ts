/**
 * The hub: all contests of one ledger, each in a room of its own with its queue and its feed. Opening it folds every history and
 * checks every chain. It knows no sockets, no HTTP and no disks.
 */

import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { createContest } from '@bang-diem/shared/rules/hub-acts.ts'
import type { RefusalOf } from '@bang-diem/shared/rules/refusals.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { appendSurely } from './append-surely.ts'
import { paceNames } from './feed.ts'
import type { PendingCommit } from './group.ts'
import type { HubPorts } from './hub-ports.ts'
import { loadContest } from './ledgers/verify.ts'
import { Room } from './room.ts'
import { storedOf } from './stored.ts'
import { pauseWith } from './timers.ts'
import { makeCode, makeToken } from './tokens.ts'
import { Turns } from './turns.ts'

/** The codes of all links of a new contest, by seat. They exist in the clear only in this answer. */
export type LinkCodes = ReadonlyMap<SeatId, string>

/** A contest as it was folded, and what its room is told of the first commit. */
interface Folded {
  readonly state: State
  readonly first: { readonly at: number; readonly hash: string }
}

export type Created =
  | { readonly ok: true; readonly codes: LinkCodes }
  | { readonly ok: false; readonly refusal: RefusalOf<'contest-exists' | 'ledger-unavailable' | 'hub-stopping'> }

export class Hub {
  readonly ports: HubPorts
  readonly #rooms = new Map<string, Room>()
  /** One for all contests: a hundred of them under load must not forget each other. */
  readonly #turns: Turns
  #stopping = false

  private constructor(ports: HubPorts) {
    this.ports = ports
    this.#turns = new Turns(paceNames.length, ports.timers, ports.monotonic)
  }

  /** Loads every contest of the ledger. Rejects with `BrokenChain` or `UnknownFact` when a history is not what was written. */
  static async open(ports: HubPorts): Promise<Hub> {
    const hub = new Hub(ports)
    for (const contest of await ports.ledger.contests()) hub.#admit(await loadHistory(ports, contest))
    return hub
  }

  /** The contests, the newest last. */
  rooms(): readonly Room[] {
    return [...this.#rooms.values()].sort((a, b) => a.createdAt - b.createdAt)
  }

  room(contest: string): Room | undefined {
    return this.#rooms.get(contest)
  }

  /** Writes a contest's first commit, and lets the contest in once that is certain. */
  async create(definition: Definition): Promise<Created> {
    const { sha256, entropy, timers } = this.ports
    const { id } = definition
    if (this.#stopping) return refused({ code: 'hub-stopping' })
    if (this.#rooms.has(id)) return refused({ code: 'contest-exists', contest: id })
    const seats: SeatId[] = [
      'organiser',
      'secretary',
      'mc',
      ...definition.judges.map(({ id: judge }) => `judge:${judge}` as const),
    ]
    const tokens = seats.map((seat) => ({ seat, token: makeToken(entropy) }))
    const links = tokens.map(({ seat, token }) => ({ seat, codeHash: sha256(token) }))
    const state = initialState(id, genesis(id, sha256))
    const first = this.#firstCommit(definition, links, state)
    const appended = await appendSurely(
      { ...this.ports, pause: pauseWith(timers), onMedium: () => undefined },
      { durable: state, group: [first], isStopping: () => this.#stopping },
    )
    if (appended.kind === 'moved') return refused({ code: 'contest-exists', contest: id })
    if (appended.kind === 'given-up') return refused({ code: 'hub-stopping' })
    if (appended.kind === 'unavailable') {
      const { retrySeconds: seconds } = this.ports.group
      return refused({ code: 'ledger-unavailable', reason: appended.reason, seconds })
    }
    evolve(state, first.commit)
    this.#admit({ state, first: first.commit })
    return { ok: true, codes: new Map(tokens.map(({ seat, token }) => [seat, makeCode(id, token)])) }
  }

  /** Refuses new commands and resolves when every answer is out. */
  async stop(): Promise<void> {
    this.#stopping = true
    await Promise.all(this.rooms().map((room) => room.committer.stop()))
  }

  #firstCommit(definition: Definition, links: Parameters<typeof createContest>[1], { head }: State): PendingCommit {
    const { sha256, entropy, clock } = this.ports
    const facts = saltFacts(createContest(definition, links, sha256), entropy(32), undefined, sha256)
    const place = { number: head.number + 1, at: clock.now(), by: 'hub', commandId: '', previous: head.hash }
    const sealed = seal({ ...place, facts }, sha256)
    return { commit: sealed.commit, stored: storedOf(sealed) }
  }

  #admit({ state, first }: Folded): void {
    this.#rooms.set(state.contest, new Room(state, first, this.ports, this.#turns))
  }
}

function refused(refusal: Extract<Created, { ok: false }>['refusal']): Created {
  return { ok: false, refusal }
}

/** Folds one contest from its first commit, checking the chain on the way. */
async function loadHistory(ports: HubPorts, contest: string): Promise<Folded> {
  const state = initialState(contest, genesis(contest, ports.sha256))
  let first = { at: 0, hash: '' }
  await loadContest(ports.ledger, contest, ports.sha256, (commit) => {
    if (commit.number === 1) first = { at: commit.at, hash: commit.hash }
    evolve(state, readFacts(commit))
  })
  ports.clock.atLeast(state.at)
  return { state, first }
}
