/**
 * A device with its page: the real connection, the real outbox and the real way back in, on simulated time, network and memory. It is
 * pressed, put to sleep and reloaded; what it shows it was told by a hub.
 */
import { CommandOutbox } from '@bang-diem/shared/link/command-outbox.ts'
import { Connection } from '@bang-diem/shared/link/connection.ts'
import type { OutboxBody } from '@bang-diem/shared/link/kept-command.ts'
import { outboxStorage } from '@bang-diem/shared/link/outbox-storage.ts'
import { type Exchange, Rejoin } from '@bang-diem/shared/link/rejoin.ts'
import { type SendOutcome, sendCommand } from '@bang-diem/shared/link/send-command.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { Chance } from '../robot/chance.ts'
import { Air } from './air.ts'
import { branchOf, someBytes } from './entropy.ts'
import { Life } from './life.ts'
import type { Network } from './network.ts'
import { PhoneMemory } from './phone-memory.ts'
import type { SimulatedTime } from './time.ts'

/** What a device has from its link; without it, it is one of the hall's. */
export interface Ticket {
  readonly seat: SeatId
  readonly code: string
  readonly history: string
  session: string
}

interface PhoneWorld {
  readonly time: SimulatedTime
  readonly network: Network
  readonly chance: Chance
  readonly contest: string
  /** The address that the page came from. */
  readonly home: string
  /** Exchanges a link's code for a session, over the network as this phone has it. */
  readonly exchange: (phone: Phone, code: string) => ReturnType<Exchange>
}

interface Page {
  readonly life: Life
  readonly connection: Connection
  readonly outbox: CommandOutbox | null
  readonly rejoin: Rejoin | null
}

export class Phone {
  readonly name: string
  readonly air: Air
  readonly memory: PhoneMemory
  readonly ticket: Ticket | null
  readonly screen: 'stage' | 'audience'
  readonly #world: PhoneWorld
  readonly #chance: Chance
  #page: Page

  constructor(name: string, who: Ticket | 'stage' | 'audience', world: PhoneWorld) {
    this.name = name
    this.ticket = typeof who === 'string' ? null : who
    this.screen = who === 'stage' ? 'stage' : 'audience'
    this.#world = world
    this.#chance = branchOf(world.chance)
    this.air = new Air(branchOf(world.chance))
    this.memory = new PhoneMemory(world.time, branchOf(world.chance))
    this.#page = this.#open()
  }

  get life(): Life {
    return this.#page.life
  }

  get connection(): Connection {
    return this.#page.connection
  }

  get outbox(): CommandOutbox | null {
    return this.#page.outbox
  }

  /** The page is closed, with whatever it had not kept, and opened again. */
  reload(): void {
    const { life, connection, outbox, rejoin } = this.#page
    rejoin?.close()
    outbox?.close()
    connection.close()
    life.end()
    this.#page = this.#open()
  }

  /** The browser stops the page; its lines stay as they are. */
  sleep(): void {
    this.life.sleep()
  }

  /** The page goes on; the browser says so, before or after it has made up for what was due. */
  wake(): void {
    if (this.life.isAwake) return
    this.life.wake()
    this.life.after(this.#chance() < 0.5 ? 0 : 1, () => this.connection.checkNow())
  }

  /** The network is back, and the browser says so. */
  online(): void {
    this.life.run(() => this.connection.checkNow())
  }

  /** Opens another session of the seat, which drives it from then on. */
  rejoin(): void {
    const { rejoin, life } = this.#page
    life.run(() => void rejoin?.now())
  }

  /** Somebody presses a button. `onOutcome` is called for what does not wait in an outbox. */
  press(body: CommandBody, onOutcome: (outcome: SendOutcome) => void): void {
    const { life, outbox, connection } = this.#page
    life.run(() => {
      if (outbox && isForOutbox(body)) void outbox.submit(body)
      else void sendCommand(body, { connection, timers: life, entropy: someBytes(this.#chance) }).then(onOutcome)
    })
  }

  #open(): Page {
    const { time, network, contest, home, exchange } = this.#world
    const life = new Life(time)
    const entropy = someBytes(this.#chance)
    const open = network.openFor({ name: this.name, seat: this.ticket?.seat ?? null, air: this.air, life })
    const { ticket, screen, name } = this
    const options = { contest, name, ...(ticket ? { session: ticket.session } : { screen }) }
    const connection = new Connection(options, { home, open, timers: life, entropy })
    if (!ticket) return { life, connection, outbox: null, rejoin: null }
    const rejoin = new Rejoin(connection, async () => {
      const outcome = await exchange(this, ticket.code)
      if (outcome.ok) ticket.session = outcome.value.session
      return outcome
    })
    if (!ticket.seat.startsWith('judge:')) return { life, connection, outbox: null, rejoin }
    const storage = outboxStorage(ticket.history, ticket.seat, this.memory.storeFor(life))
    return { life, connection, rejoin, outbox: new CommandOutbox({ connection, storage, timers: life, entropy }) }
  }
}

function isForOutbox(body: CommandBody): body is OutboxBody {
  return body.type === 'submitSheet' || body.type === 'recuse' || body.type === 'requestReopen'
}
