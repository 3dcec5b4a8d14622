/** The hubs of a story and who starts them again: each has an address, and one run of the program after the other. */
import { LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import type { Room } from '@bang-diem/server/room.ts'
import type { ApiOutcome } from '@bang-diem/shared/link/http.ts'
import type { Joined } from '@bang-diem/shared/protocol/down.ts'
import type { Chance } from '../robot/chance.ts'
import type { Diary } from './diary.ts'
import { between } from './entropy.ts'
import { type Bug, HubRun } from './hub-run.ts'
import type { Medium } from './medium.ts'
import type { Network } from './network.ts'
import type { Phone } from './phone.ts'
import type { SimulatedTime } from './time.ts'

interface HubsWorld {
  readonly time: SimulatedTime
  readonly chance: Chance
  readonly medium: Medium
  readonly network: Network
  readonly diary: Diary
  readonly bug: Bug
}

/** Ms after which a start that found the medium out of reach is tried again. */
const startAgainMs = 1000
/** As long as a browser waits for an answer over HTTP here. */
const httpMs = 8000

export class Hubs {
  readonly addresses: readonly string[]
  readonly #world: HubsWorld
  readonly #runs = new Map<string, HubRun>()
  #started = 0

  constructor(addresses: readonly string[], world: HubsWorld) {
    this.addresses = addresses
    this.#world = world
  }

  /** The runs that are alive. */
  runs(): readonly HubRun[] {
    return [...this.#runs.values()]
  }

  run(address: string): HubRun | undefined {
    return this.#runs.get(address)
  }

  /** Starts the program at an address; answers when pages are let in. */
  async start(address: string): Promise<HubRun | undefined> {
    const { network, diary } = this.#world
    this.#started += 1
    const name = `hub-${this.#started}`
    const onFork = () => this.#forked(address, name)
    const run = new HubRun(name, { ...this.#world, hubs: () => this.addresses, onFork })
    this.#runs.set(address, run)
    try {
      run.edge.attach(await run.start())
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      diary.note(`${name} cannot start: ${error.reason}`)
      run.kill()
      this.#runs.delete(address)
      this.#startLater(address, startAgainMs)
      return undefined
    }
    if (run.life.isOver) return undefined
    diary.note(`${name} is up`)
    network.place(address, run.edge)
    return run
  }

  /** Puts the planted bug into a room that was made after the start. */
  plant(room: Room): void {
    this.#world.bug.room?.(room)
  }

  /** `isTold`: its pages hear that it is gone, as when a program dies and its machine does not. */
  kill(address: string, isTold: boolean): void {
    const run = this.#runs.get(address)
    if (!run) return
    this.#world.diary.note(`${run.edge.name} is killed`)
    run.kill()
    this.#leave(address, run, isTold)
  }

  /** Its machine loses the network, or has it again: neither pages nor the medium can be reached from there. */
  isolate(run: HubRun, isIsolated: boolean): void {
    const { network } = this.#world
    const address = this.addresses.find((each) => this.#runs.get(each) === run)
    run.cutOff(isIsolated)
    if (address === undefined || !run.hub) return
    network.place(address, isIsolated ? null : run.edge)
    if (isIsolated)
      for (const line of network.lines()) if (line.door === run.edge) line.cut({ page: false, hub: false })
  }

  async stop(address: string): Promise<void> {
    const run = this.#runs.get(address)
    if (!run?.hub) return
    this.#world.diary.note(`${run.edge.name} is asked to stop`)
    await run.stop()
    if (this.#runs.get(address) === run) this.#leave(address, run, true)
  }

  /** It can only begin anew: it ends, and is started again. */
  #forked(address: string, name: string): void {
    this.#world.time.after(0, () => {
      if (this.#runs.get(address)?.edge.name !== name) return
      this.#world.diary.note(`${name} has forked`)
      void this.stop(address)
    })
  }

  /** What a page's call of `POST /api/join` comes to. */
  join(phone: Phone, address: string, code: string): Promise<ApiOutcome<Joined>> {
    const { time } = this.#world
    const { air, life } = phone
    return new Promise((resolve) => {
      const cancel = life.after(httpMs, () => resolve({ ok: false, kind: 'no-connection' }))
      if (air.isOut) return
      time.after(air.takes(time.now()), () => {
        void this.#runs
          .get(address)
          ?.join(code)
          .then((outcome) => {
            if (air.isOut) return
            time.after(air.takes(time.now()), () =>
              life.run(() => {
                cancel()
                resolve(outcome)
              }),
            )
          })
      })
    })
  }

  #leave(address: string, run: HubRun, isTold: boolean): void {
    const { network, chance } = this.#world
    this.#runs.delete(address)
    network.place(address, null)
    for (const line of network.lines()) if (line.door === run.edge) line.loseHub(isTold)
    this.#startLater(address, between(chance, 300, 3000))
  }

  #startLater(address: string, ms: number): void {
    this.#world.time.after(ms, () => void this.start(address))
  }
}
