/**
 * One run of a hub's program, from its start on the medium to its death: the real hub with its rooms, its queue and its feeds, on
 * simulated time. A bug can be planted where its parts are joined, for the test of the test.
 */
import { afterArrivals } from '@bang-diem/server/arrivals.ts'
import { hubClock } from '@bang-diem/server/clock.ts'
import { Hub } from '@bang-diem/server/hub.ts'
import type { Edge } from '@bang-diem/server/hub-ports.ts'
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Room } from '@bang-diem/server/room.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { makeToken, parseCode } from '@bang-diem/server/tokens.ts'
import type { ApiOutcome } from '@bang-diem/shared/link/http.ts'
import type { Joined } from '@bang-diem/shared/protocol/down.ts'
import { judgeOfSeat, parseSeat } from '@bang-diem/shared/rules/seats.ts'
import type { Chance } from '../robot/chance.ts'
import { SimulatedEdge } from './edge.ts'
import { between, branchOf, hexBytes } from './entropy.ts'
import { Life } from './life.ts'
import type { Medium } from './medium.ts'
import { MediumLedger } from './medium-ledger.ts'
import type { SimulatedTime } from './time.ts'

/** Each part that it names is wrapped before it is used. */
export interface Bug {
  readonly ledger?: (ledger: Ledger, roomOf: (contest: string) => Room | undefined) => Ledger
  readonly room?: (room: Room) => void
  readonly edge?: (edge: Edge, roomOf: (contest: string) => Room | undefined) => Edge
}

interface RunWorld {
  readonly time: SimulatedTime
  readonly chance: Chance
  readonly medium: Medium
  readonly hubs: () => readonly string[]
  readonly bug: Bug
  /** The ledger has gone on without this hub. */
  readonly onFork: () => void
}

/** Noon of a day on which a contest could be held, in ms since 1970. */
const noon = Date.UTC(2026, 9, 14, 5)

export class HubRun {
  readonly life: Life
  readonly edge: SimulatedEdge
  readonly #world: RunWorld
  readonly #ledger: MediumLedger
  #hub: Hub | null = null

  constructor(name: string, world: RunWorld) {
    this.#world = world
    this.life = new Life(world.time)
    this.edge = new SimulatedEdge({ name, life: this.life, hubs: world.hubs })
    this.#ledger = new MediumLedger(world.medium, {
      timers: this.life,
      // What a dead program was writing to a medium of its own is not written.
      wire: world.medium.kind === 'own' ? this.life : world.time.asTimers(),
      now: () => noon + world.time.now(),
    })
  }

  get hub(): Hub | null {
    return this.#hub
  }

  /** Whether it can reach the medium. */
  cutOff(isCutOff: boolean): void {
    this.#ledger.isCutOff = isCutOff
  }

  /** Folds every history. Rejects as the hub's start does. */
  async start(): Promise<Hub> {
    const { time, chance, bug, medium } = this.#world
    // A machine's clock may be anything; those of a shared medium are set by it.
    const skew = Math.round(between(chance, -1, 1) * (medium.kind === 'own' ? 5000 : 50))
    const roomOf = (contest: string) => this.#hub?.room(contest)
    const hub = await Hub.open({
      ledger: bug.ledger?.(this.#ledger, roomOf) ?? this.#ledger,
      clock: hubClock(
        () => noon + skew + time.now(),
        () => time.now(),
      ),
      timers: this.life,
      afterArrivals: afterArrivals({ soon: (task) => this.life.soon(task) }),
      monotonic: () => time.now(),
      entropy: hexBytes(branchOf(chance)),
      sha256,
      group: limits.ledger,
      held: limits.held,
      watchMs: limits.ledger.watchMs,
      warnings: () => [],
      onFork: this.#world.onFork,
      intervals: limits.pace.intervals,
      edge: bug.edge?.(this.edge, roomOf) ?? this.edge,
    })
    this.#hub = hub
    for (const room of hub.rooms()) bug.room?.(room)
    return hub
  }

  /** What `POST /api/join` does. */
  async join(text: string): Promise<ApiOutcome<Joined>> {
    const code = parseCode(text)
    const room = code && this.#hub?.room(code.contest)
    const codeHash = sha256(code?.token ?? '')
    const seat = parseSeat([...(room?.state.seats ?? [])].find(([, each]) => each.codeHash === codeHash)?.[0] ?? '')
    if (!room || !seat) return refused('link-unknown')
    const session = makeToken(room.ports.entropy)
    const act = { type: 'openSession', seat, codeHash, tokenHash: sha256(session) } as const
    const outcome = await new Promise<Parameters<Parameters<Room['committer']['act']>[1]>[0]>((resolve) =>
      room.committer.act(act, resolve),
    )
    if (!outcome.ok) return refused(outcome.refusal.code)
    const judge = judgeOfSeat(seat)
    const role = judge === undefined ? seat : 'judge'
    if (role !== 'judge' && role !== 'mc' && role !== 'secretary' && role !== 'organiser')
      return refused('link-unknown')
    const value: Joined = { session, role, judge: judge ?? null, contest: room.contest, history: room.history }
    return { ok: true, value }
  }

  /** In order: every answer is let out and every page hears goodbye. */
  async stop(): Promise<void> {
    await this.#hub?.stop()
    this.edge.close('hub-stopping')
    await this.#ledger.close()
    this.life.end()
  }

  /** Suddenly: nothing is finished and nobody is told. What is on its way to the medium may still arrive there. */
  kill(): void {
    this.life.end()
    void this.#ledger.close()
  }
}

function refused(code: string): ApiOutcome<Joined> {
  return { ok: false, kind: 'refused', status: 400, refusal: { code }, problems: [] }
}
