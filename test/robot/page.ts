/**
 * One page without a browser: a real client of the public protocol, with the same connection and replica as the apps.
 * The robot's seats and many tests speak through it. It never reads the hub's memory.
 */
import { Replica } from '@bang-diem/shared/link/replica.ts'
import { type Ack, ackSchema, deltaSchema, seatStateSchema, snapshotSchema } from '@bang-diem/shared/protocol/down.ts'
import type { Handshake } from '@bang-diem/shared/protocol/up.ts'
import { protocolVersion } from '@bang-diem/shared/protocol/version.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'

/** How long an answer may take before a test gives up; a slow machine under load is not a fault of the hub. */
const answerMs = 20_000

/** The hub said no to something that a script relied on. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  constructor(command: string, refusal: { readonly code: string }) {
    super(`${command} was refused: ${JSON.stringify(refusal)}`)
    this.code = refusal.code
  }
}

export class Page {
  readonly socket: Socket
  readonly replica = new Replica()
  readonly #handshake: Handshake
  #ids = 0
  #changed: (() => void)[] = []
  driving: boolean | null = null

  constructor(hub: string, handshake: Omit<Handshake, 'protocol'>) {
    const auth: Handshake = { protocol: protocolVersion, ...handshake }
    this.#handshake = auth
    this.socket = io(hub, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
    })
    this.socket.on('snapshot', (message) => {
      this.replica.takeSnapshot(v.parse(snapshotSchema, message))
      this.#tell()
    })
    this.socket.on('delta', (message) => {
      if (this.replica.takeDelta(v.parse(deltaSchema, message)) === 'resync') this.socket.emit('resync')
      this.#tell()
    })
    this.socket.on('seat', (message) => {
      this.driving = v.parse(seatStateSchema, message).driving
      this.#tell()
    })
  }

  /** The entry at a key, parsed; undefined when it is not in the view. */
  entry<const S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> | undefined {
    const value = this.replica.entries.get(key)
    return value === undefined ? undefined : v.parse(schema, value)
  }

  /** Waits until `look` answers something, asking again whenever the view changes. */
  async until<T>(what: string, look: () => T | undefined | null | false, ms = answerMs): Promise<T> {
    const deadline = performance.now() + ms
    for (;;) {
      const seen = look()
      if (seen) return seen
      const left = deadline - performance.now()
      if (left <= 0) throw new Error(`waited ${ms} ms in vain until ${what}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#changed.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }

  /** Sends a command with an id of its own and waits for its answer. */
  async send(body: CommandBody, id = `r${process.pid}-${++this.#ids}-${Math.trunc(performance.now())}`): Promise<Ack> {
    const answer: unknown = await this.socket.timeout(answerMs).emitWithAck('command', { id, ...body })
    return v.parse(ackSchema, answer)
  }

  /** Sends a command that must be accepted. */
  async must(body: CommandBody): Promise<void> {
    const ack = await this.send(body)
    if (!ack.ok) throw new Refused(body.type, ack.refusal)
  }

  /** Goes on under another session of the same seat. */
  useSession(session: string): void {
    this.socket.auth = { ...this.#handshake, session }
    this.socket.disconnect().connect()
  }

  close(): void {
    this.socket.disconnect()
  }

  #tell(): void {
    const waiting = this.#changed
    this.#changed = []
    for (const each of waiting) each()
  }
}
