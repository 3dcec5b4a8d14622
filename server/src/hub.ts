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
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { paceNames } from './feed.ts'
import type { HubPorts } from './hub-ports.ts'
import { StaleHead } from './ledgers/errors.ts'
import { loadContest } from './ledgers/verify.ts'
import { Room } from './room.ts'
import { storedOf } from './stored.ts'
import { makeCode, makeToken } from './tokens.ts'
import { Turns } from './turns.ts'

/** The codes of all links of a new contest, by seat. They exist in the clear only in this answer. */
export type LinkCodes = ReadonlyMap<SeatId, string>

/** A contest as it was folded, and what its room is told of the first commit. */
interface Folded {
  readonly state: State
  readonly first: { readonly at: number; readonly hash: string }
}

export class Hub {
  readonly ports: HubPorts
  readonly #rooms = new Map<string, Room>()
  /** One for all contests: a hundred of them under load must not forget each other. */
  readonly #turns: Turns

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

  /** Writes a contest's first commit. Answers undefined when the id is taken. Rejects with `LedgerUnavailable`. */
  async create(definition: Definition): Promise<LinkCodes | undefined> {
    const { sha256, entropy, clock, ledger } = this.ports
    if (this.#rooms.has(definition.id)) return undefined
    const seats: SeatId[] = [
      'organiser',
      'secretary',
      'mc',
      ...definition.judges.map(({ id }) => `judge:${id}` as const),
    ]
    const tokens = seats.map((seat) => ({ seat, token: makeToken(entropy) }))
    const links = tokens.map(({ seat, token }) => ({ seat, codeHash: sha256(token) }))
    const state = initialState(definition.id, genesis(definition.id, sha256))
    const sealed = seal(
      {
        number: 1,
        at: clock.now(),
        by: 'hub',
        commandId: '',
        facts: saltFacts(createContest(definition, links, sha256), entropy(32), undefined, sha256),
        previous: state.head.hash,
      },
      sha256,
    )
    try {
      await ledger.append(definition.id, state.head, [storedOf(sealed)])
    } catch (error) {
      if (error instanceof StaleHead) return undefined
      throw error
    }
    evolve(state, sealed.commit)
    this.#admit({ state, first: sealed.commit })
    return new Map(tokens.map(({ seat, token }) => [seat, makeCode(definition.id, token)]))
  }

  /** Refuses new commands and resolves when every answer is out. */
  async stop(): Promise<void> {
    await Promise.all(this.rooms().map((room) => room.committer.stop()))
  }

  #admit({ state, first }: Folded): void {
    this.#rooms.set(state.contest, new Room(state, first, this.ports, this.#turns))
  }
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
