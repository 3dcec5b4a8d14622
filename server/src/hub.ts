/**
 * The hub: all contests of one ledger, each in a room of its own with its queue and its feed. Opening it folds every history and
 * checks every chain. It knows no sockets, no HTTP and no disks.
 */

import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { RefusalOf } from '@bang-diem/shared/rules/refusals.ts'
import { paceNames } from './feed.ts'
import { found, type LinkCodes } from './founding.ts'
import type { HubPorts } from './hub-ports.ts'
import { AllMoved } from './ledgers/errors.ts'
import { loadHistory } from './load-history.ts'
import { type Folded, Room } from './room.ts'
import { Turns } from './turns.ts'
import { followRoom, watch } from './watch.ts'

export type Created =
  | { readonly ok: true; readonly codes: LinkCodes }
  | { readonly ok: false; readonly refusal: RefusalOf<'contest-exists' | 'ledger-unavailable' | 'hub-stopping'> }

export class Hub {
  readonly ports: HubPorts
  readonly #rooms = new Map<string, Room>()
  /** One for all contests: a hundred of them under load must not forget each other. */
  readonly #turns: Turns
  /** End what watches a ledger that others append to. */
  readonly #stops: (() => void)[] = []
  #isStopping = false

  private constructor(ports: HubPorts) {
    this.ports = ports
    this.#turns = new Turns(paceNames.length, ports.timers, ports.monotonic)
  }

  /**
   * Loads every contest of the ledger that has not moved. Rejects with `BrokenChain` or `UnknownFact` when a history is not what was
   * written, with `AllMoved` when there are contests and all of them have moved.
   */
  static async open(ports: HubPorts): Promise<Hub> {
    const hub = new Hub(ports)
    await hub.#admitNew()
    if (hub.#rooms.size === 0) await requireNoneMoved(ports)
    if (ports.ledger.isShared) hub.#stops.push(hub.#watch())
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
    const contest = definition.id
    if (this.#isStopping) return { ok: false, refusal: { code: 'hub-stopping' } }
    if (this.#rooms.has(contest)) return { ok: false, refusal: { code: 'contest-exists', contest } }
    const founded = await found(this.ports, definition, () => this.#isStopping)
    if (!founded.ok) return founded
    this.#admit(founded.folded)
    return { ok: true, codes: founded.codes }
  }

  /** Refuses new commands and resolves when every answer is out. */
  async stop(): Promise<void> {
    this.#isStopping = true
    for (const stop of this.#stops) stop()
    await Promise.all(this.rooms().map((room) => room.committer.stop()))
  }

  /** Loads what the ledger has and this hub has not. */
  async #admitNew(): Promise<void> {
    const { ledger } = this.ports
    const contests = (await ledger.contests()).filter((contest) => !this.#rooms.has(contest))
    if (contests.length === 0) return
    const moved = await ledger.moved()
    for (const contest of contests) if (!moved.has(contest)) this.#admit(await loadHistory(this.ports, contest))
  }

  #admit(folded: Folded): void {
    const { contest } = folded.state
    // Whoever watches may have found it before the one who began it has its answer.
    if (this.#rooms.has(contest) || this.#isStopping) return
    const room = new Room(folded, this.ports, this.#turns)
    this.#rooms.set(contest, room)
    this.ports.edge.committed(contest, [])
    if (this.ports.ledger.isShared) this.#stops.push(followRoom(this.ports, room))
  }

  #watch(): () => void {
    const { ledger, timers, watchMs } = this.ports
    return watch({
      ledger,
      timers,
      everyMs: watchMs,
      rooms: () => this.#rooms.values(),
      admitNew: () => this.#admitNew(),
    })
  }
}

async function requireNoneMoved({ ledger }: HubPorts): Promise<void> {
  if ((await ledger.contests()).length > 0) throw new AllMoved(await ledger.moved())
}
