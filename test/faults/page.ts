/**
 * A page without a browser: the apps' own connection over the real transport. What it asks and what it is answered is written
 * down on the way, beside the code under test and not by it.
 */

import { Connection } from '@bang-diem/shared/link/connection.ts'
import type { ConnectionOptions, ConnectionPorts } from '@bang-diem/shared/link/connection-options.ts'
import type { Answer } from '@bang-diem/shared/link/line.ts'
import { openSocket } from '@bang-diem/shared/link/socket-transport.ts'
import type { OpenTransport } from '@bang-diem/shared/link/transport.ts'
import { ackSchema } from '@bang-diem/shared/protocol/down.ts'
import * as v from 'valibot'
import { seededEntropy } from '../link/page.ts'

/** An answer that said *recorded*. */
export interface AckSeen {
  readonly id: string
  readonly commit: number
  readonly hash: string
  readonly receipt: string
}

const commandSchema = v.object({ id: v.string() })

export class Page {
  readonly name: string
  readonly ports: ConnectionPorts
  readonly connection: Connection
  /** Everything that the hub said was recorded, once for each time that it said so. */
  readonly acks: AckSeen[] = []
  /** The codes of all refusals. */
  readonly refusals: string[] = []
  /** Commands that were sent and have no answer yet: id → when they were sent. */
  readonly unanswered = new Map<string, number>()
  /** Commands whose connection ended before the answer: when they had been sent. */
  readonly cutOff: number[] = []
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

  async #ask(event: string, body: unknown): Promise<Answer> {
    if (event !== 'command') return this.connection.ask(event, body)
    const { id } = v.parse(commandSchema, body)
    const sentAt = performance.now()
    this.unanswered.set(id, sentAt)
    const answer = await this.connection.ask(event, body)
    this.unanswered.delete(id)
    if (answer.kind === 'cut') this.cutOff.push(sentAt)
    else this.#answered(id, answer.body)
    return answer
  }

  #answered(id: string, body: unknown): void {
    const ack = v.parse(ackSchema, body)
    if (ack.ok) this.acks.push({ id, commit: ack.commit, hash: ack.hash, receipt: ack.receipt })
    else this.refusals.push(ack.refusal.code)
  }

  #listening(open: OpenTransport): OpenTransport {
    return (address, handshake, events) =>
      open(address, handshake, {
        ...events,
        onMessage: (event, body) => {
          events.onMessage(event, body)
          if (event === 'beat') this.beatenOn = this.connection.connections
        },
      })
  }
}

const realTimers = {
  now: () => performance.now(),
  after(ms: number, action: () => void) {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}
