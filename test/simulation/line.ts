/**
 * One connection between a page and a hub, in place of the socket library and the network under it. What is said travels as JSON text,
 * in order; an end that is gone may be told to the other one at once, late, or never.
 */

import type { Transport, TransportEvents } from '@bang-diem/shared/link/transport.ts'
import type { Handshake } from '@bang-diem/shared/protocol/up.ts'
import type { Caller, Door, HubEnd, HubLine } from './ends.ts'
import { between } from './entropy.ts'
import type { Witness } from './network.ts'
import { putOutWhoIsSilent } from './silence.ts'
import type { SimulatedTime } from './time.ts'
import { Way } from './way.ts'

/** A message that comes twice comes again within this time. */
const replayMs = 4_000

export class Line implements Transport, HubLine {
  readonly id: string
  readonly caller: Caller
  /** The hub that it leads to, once it was let in. */
  door: Door | null = null
  readonly #time: SimulatedTime
  readonly #witness: Witness
  readonly #events: TransportEvents
  readonly #up: Way
  readonly #down: Way
  readonly #answers = new Map<number, (answer: unknown) => void>()
  #asked = 0
  /** `open` once the page knows that it was let in. */
  #page: 'opening' | 'open' | 'closed' = 'opening'
  #hub: HubEnd | null = null

  constructor(id: string, caller: Caller, events: TransportEvents, world: { time: SimulatedTime; witness: Witness }) {
    this.id = id
    this.caller = caller
    this.#events = events
    this.#time = world.time
    this.#witness = world.witness
    this.#up = new Way(world.time, caller.air)
    this.#down = new Way(world.time, caller.air)
  }

  /** `whole` as long as both ends are there and hear each other, `over` when neither is there any more. */
  get condition(): 'whole' | 'broken' | 'over' {
    if (this.#page === 'closed' && this.#hub === null) return 'over'
    return this.#page === 'open' && this.#hub !== null && !this.#up.isLost && !this.#down.isLost ? 'whole' : 'broken'
  }

  /** The first message of a page: who is asked may not be there. */
  knock(door: Door | undefined, handshake: Handshake): void {
    const auth = JSON.stringify(handshake)
    this.#up.send(() => {
      if (!door || door.life.isOver) return this.#down.send(() => this.#endPage())
      const admitted = door.admit(this, JSON.parse(auth))
      if ('refused' in admitted) return this.#refuse(JSON.stringify(admitted.refused))
      this.door = door
      this.#hub = admitted
      putOutWhoIsSilent({
        door,
        isThere: () => this.#hub !== null,
        answers: () => this.condition === 'whole' && this.caller.life.isAwake,
        end: () => this.#endHub(),
      })
      this.#down.send(() => this.#toPage('connected', () => this.#open()))
      door.welcome(this)
    })
  }

  send(event: string, body?: unknown): void {
    if (this.#page === 'open') this.#toHub(JSON.stringify([event, body]), undefined)
  }

  ask(event: string, body: unknown, onAnswer: (answer: unknown) => void): void {
    if (this.#page !== 'open') return
    this.#asked += 1
    this.#answers.set(this.#asked, onAnswer)
    this.#toHub(JSON.stringify([event, body]), this.#asked)
  }

  close(): void {
    if (this.#page === 'closed') return
    this.#page = 'closed'
    this.#answers.clear()
    this.#up.send(() => this.#endHub())
  }

  write(text: string): void {
    if (!this.#hub) return
    const arrive = () => this.#toPage(text, () => this.#hearEvent(text))
    this.#down.send(arrive)
    if (text.startsWith('["delta"')) this.#perhapsAgain(arrive)
  }

  /** The hub lets go: what it has written still arrives. */
  hangUp(): void {
    this.#endHub()
    this.#down.send(() => this.#endPage())
  }

  /** The hub is gone; the page is told, or hears nothing any more. */
  loseHub(isTold: boolean): void {
    this.#hub = null
    if (isTold) this.#tellPageSoon()
    this.#up.lose()
    this.#down.lose()
  }

  /** The connection breaks. Who is not told finds out by the silence. */
  cut(told: { readonly page: boolean; readonly hub: boolean }): void {
    this.#up.lose()
    this.#down.lose()
    if (told.page) this.#tellPageSoon()
    if (told.hub) this.#time.after(between(this.caller.air.chance, 1, 300), () => this.#endHub())
  }

  /** From now on one direction carries nothing. */
  deafen(direction: 'up' | 'down'): void {
    const way = direction === 'up' ? this.#up : this.#down
    way.lose()
  }

  #tellPageSoon(): void {
    this.#time.after(between(this.caller.air.chance, 1, 300), () => this.#endPage())
  }

  #toHub(text: string, asked: number | undefined): void {
    const arrive = () => {
      if (!this.#hub || !this.door || this.door.life.isOver) return
      this.#witness.up(this, text)
      const [event, body]: [string, unknown] = JSON.parse(text)
      this.#hub.heard(event, body, asked === undefined ? undefined : (answer) => this.#answer(asked, text, answer))
    }
    this.#up.send(arrive)
    if (/^\["(?:command|held)"/.test(text)) this.#perhapsAgain(arrive)
  }

  #answer(asked: number, question: string, answer: object): void {
    if (!this.#hub) return
    const text = JSON.stringify(answer)
    this.#witness.saying(this, question, text)
    this.#down.send(() =>
      this.#toPage(`answer ${text}`, () => {
        const onAnswer = this.#answers.get(asked)
        this.#answers.delete(asked)
        if (!onAnswer) return
        this.#witness.answered(this, question, text)
        onAnswer(JSON.parse(text))
      }),
    )
  }

  #refuse(text: string): void {
    this.#down.send(() =>
      this.#toPage(`refused ${text}`, () => {
        this.#page = 'closed'
        this.#events.onRefused(JSON.parse(text))
      }),
    )
  }

  #perhapsAgain(arrive: () => void): void {
    const { air } = this.caller
    if (air.isReplayed()) this.#time.after(between(air.chance, 0, replayMs), arrive)
  }

  #open(): void {
    this.#page = 'open'
    this.#events.onOpen()
  }

  #hearEvent(text: string): void {
    const [event, body]: [string, unknown] = JSON.parse(text)
    this.#witness.down(this, event, text)
    this.#events.onMessage(event, body)
  }

  #toPage(text: string, hear: () => void): void {
    this.caller.life.run(() => {
      if (this.#page === 'closed') return
      this.#witness.note(`${this.caller.name} hears ${text}`)
      hear()
    })
  }

  #endPage(): void {
    this.caller.life.run(() => {
      if (this.#page === 'closed') return
      this.#page = 'closed'
      this.#answers.clear()
      this.#witness.note(`${this.caller.name} is cut off`)
      this.#events.onClosed()
    })
  }

  #endHub(): void {
    this.#hub?.closed()
    this.#hub = null
  }
}
