/**
 * A page as the apps use it: their own connection over their own transport. What it asks and what it is answered is written
 * down on the way, beside the code under test and not by it.
 */
import { Connection } from '@bang-diem/shared/link/connection.ts'
import type { ConnectionOptions, ConnectionPorts } from '@bang-diem/shared/link/connection-options.ts'
import type { Answer } from '@bang-diem/shared/link/line.ts'
import { openSocket } from '@bang-diem/shared/link/socket-transport.ts'
import type { OpenTransport } from '@bang-diem/shared/link/transport.ts'
import * as v from 'valibot'
import { seededEntropy } from '../link/page.ts'
import { Told } from './told.ts'

/** A command that was sent, and what came of it. */
export interface Sent {
  readonly at: number
  /** When the answer came, or the line was known to be cut. */
  endedAt: number
  end: 'none' | 'recorded' | 'refused' | 'cut'
}

const commandSchema = v.object({ id: v.string() })
export class Page {
  readonly name: string
  readonly ports: ConnectionPorts
  readonly connection: Connection
  readonly told = new Told()
  readonly sent: Sent[] = []
  /** The hub that it spoke to last. */
  address = ''
  /** The number of the connection on which the last beat was heard. */
  beatenOn = 0

  constructor(home: string, options: ConnectionOptions, seed: number) {
    this.name = options.name ?? ''
    this.ports = { home, open: this.#listening(openSocket), timers: realTimers, entropy: seededEntropy(seed) }
    this.connection = new Connection(options, this.ports)
  }

  /** The connection as the outbox and the console use it. */
  get observed() {
    const { connection } = this
    const ask = (event: string, body?: unknown) => this.#ask(event, body)
    return {
      get status() {
        return connection.status
      },
      get connections() {
        return connection.connections
      },
      get durable() {
        return connection.durable
      },
      subscribe: (listener: () => void) => connection.subscribe(listener),
      ask,
    }
  }

  /** Live, and heard the hub beat on this very connection: what every steady connection comes to within a second. */
  get isSteady(): boolean {
    return this.connection.status === 'live' && this.beatenOn === this.connection.connections
  }

  /** How many of its commands have no answer yet. */
  get unanswered(): number {
    return this.sent.filter(({ end }) => end === 'none').length
  }

  /** What staff are warned of, if this is a page of theirs. */
  get warnings(): readonly string[] {
    return this.connection.presence?.warnings ?? []
  }

  async #ask(event: string, body: unknown): Promise<Answer> {
    if (event === 'held') return this.#tellHeld(body)
    if (event !== 'command') return this.connection.ask(event, body)
    const { id } = v.parse(commandSchema, body)
    const sent: Sent = { at: performance.now(), endedAt: Number.POSITIVE_INFINITY, end: 'none' }
    this.sent.push(sent)
    const answer = await this.connection.ask(event, body)
    sent.endedAt = performance.now()
    sent.end = answer.kind === 'cut' ? 'cut' : this.told.answered(id, answer.body)
    return answer
  }

  async #tellHeld(body: unknown): Promise<Answer> {
    const answer = await this.connection.ask('held', body)
    if (answer.kind === 'answered') this.told.heldAnswered(body, answer.body)
    return answer
  }

  #listening(open: OpenTransport): OpenTransport {
    return (address, handshake, events) => {
      this.address = address
      this.told.startOver()
      return open(address, handshake, {
        ...events,
        onMessage: (event, body) => {
          // First, so that a lamp that changes with the message is held against what the message said.
          if (event === 'durable') this.told.durableUpTo(body)
          events.onMessage(event, body)
          if (event === 'beat') this.beatenOn = this.connection.connections
        },
      })
    }
  }
}

const realTimers = {
  now: () => performance.now(),
  after(ms: number, action: () => void) {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}
