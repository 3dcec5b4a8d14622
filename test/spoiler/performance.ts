/**
 * One contest in one house: its seats speak over the wire, and its hall listens to everything that the wire and the public addresses
 * give to anyone. What is heard is written down with the hub's time.
 */
import { Agent } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Room } from '@bang-diem/server/room.ts'
import { parseCode } from '@bang-diem/server/tokens.ts'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { type Ack, ackSchema, joinedSchema } from '@bang-diem/shared/protocol/down.ts'
import type { Handshake } from '@bang-diem/shared/protocol/up.ts'
import { protocolVersion } from '@bang-diem/shared/protocol/version.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import * as v from 'valibot'
import type { House } from './house.ts'
import { readPublic } from './public-address.ts'
import type { Heard } from './records.ts'
import { Wire } from './wire.ts'

export class Performance {
  readonly heard: Heard[] = []
  readonly #house: House
  readonly #room: Room
  readonly #codes: ReadonlyMap<SeatId, string>
  readonly #seats = new Map<SeatId, Wire>()
  readonly #hall = new Map<string, Wire>()
  readonly #agent = new Agent({ keepAlive: true })
  #act = -1
  #commands = 0

  private constructor(house: House, room: Room, codes: ReadonlyMap<SeatId, string>) {
    this.#house = house
    this.#room = room
    this.#codes = codes
  }

  /** Creates the contest and lets every seat in. */
  static async begin(house: House, definition: Definition): Promise<Performance> {
    house.entropy.begin(`${definition.id}/create`)
    const created = await house.hub.create(definition)
    const room = house.hub.room(definition.id)
    if (!created.ok || !room) throw new Error(`the contest ${definition.id} exists already`)
    house.leak.room?.(room)
    const performance = new Performance(house, room, created.codes)
    for (const seat of created.codes.keys()) await performance.takeSeat(seat)
    return performance
  }

  get state(): State {
    return this.#room.state
  }

  /** Everything heard from now on belongs to this act. */
  beginAct(act: number): void {
    this.#act = act
    this.#house.entropy.begin(`${this.#room.contest}/${act}`)
  }

  /** A seat's page opens its link anew: a session of its own, and presence that only staff may see. */
  async takeSeat(seat: SeatId): Promise<void> {
    await this.#closed(this.#seats.get(seat))
    const code = this.#codes.get(seat) ?? ''
    if (!parseCode(code)) throw new Error(`${seat} has no link`)
    const response = await fetch(`http://127.0.0.1:${this.#house.port}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    const { session, contest } = v.parse(joinedSchema, await response.json())
    const handshake: Handshake = { protocol: protocolVersion, contest, session }
    this.#seats.set(seat, await Wire.open(this.#house.port, handshake, () => undefined))
  }

  async command(seat: SeatId, body: CommandBody): Promise<Ack> {
    this.#commands += 1
    const answer = await this.#seat(seat).ask('command', { id: `c${this.#commands}`, ...body })
    return v.parse(v.tuple([ackSchema]), JSON.parse(answer))[0]
  }

  /** How far a draft is: told to staff and to nobody else. */
  async draft(seat: SeatId, round: string, team: string, filled: number): Promise<void> {
    this.#seat(seat).tell('draft', { round, team, filled })
    await this.#seat(seat).settled()
  }

  async enter(name: string, screen: 'stage' | 'audience'): Promise<void> {
    const { port } = this.#house
    const handshake: Handshake = { protocol: protocolVersion, contest: this.#room.contest, screen, name }
    this.#hall.set(name, await Wire.open(port, handshake, (text) => this.#hear(name, text)))
  }

  async leave(name: string): Promise<void> {
    await this.#closed(this.#hall.get(name))
    this.#hall.delete(name)
  }

  get hall(): readonly string[] {
    return [...this.#hall.keys()]
  }

  /** Somebody in the hall asks for more than is offered; the answer is written down. */
  async ask(name: string, event: string, body?: unknown): Promise<void> {
    const answer = await this.#hall.get(name)?.ask(event, body)
    this.#hear(name, answer ?? '')
  }

  async resync(name: string): Promise<void> {
    this.#hall.get(name)?.tell('resync')
    await this.#hall.get(name)?.settled()
  }

  /** Anyone asks a public address. */
  async get(path: string): Promise<void> {
    this.#hear('http', await readPublic(this.#house.port, this.#agent, path))
  }

  /** Lets `ms` of the hub's time pass. */
  async pass(ms: number): Promise<void> {
    const { time } = this.#house
    const until = time.now() + ms
    if (time.runSoon()) await this.#settled()
    while (time.runNext(until)) {
      time.runSoon()
      await this.#settled()
    }
    time.reach(until)
  }

  async end(): Promise<void> {
    for (const wire of [...this.#seats.values(), ...this.#hall.values()]) await this.#closed(wire)
    this.#agent.destroy()
  }

  async #settled(): Promise<void> {
    await Promise.all([...this.#hall.values()].map((wire) => wire.settled()))
  }

  /** A page is gone when the hub has noticed. */
  async #closed(wire: Wire | undefined): Promise<void> {
    if (!wire) return
    const before = this.#house.connected()
    await wire.close()
    while (this.#house.connected() === before) await nextTurn()
  }

  #hear(by: string, text: string): void {
    this.heard.push({ by, act: this.#act, at: this.#house.time.now(), text })
  }

  #seat(seat: SeatId): Wire {
    const wire = this.#seats.get(seat)
    if (!wire) throw new Error(`nobody sits at ${seat}`)
    return wire
  }
}
