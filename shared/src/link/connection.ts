/**
 * A page's connection to its contest: connects, notices silence, comes back, goes round the hubs, and keeps the replica of the view.
 *
 * The last good picture stays while the connection is lost. It shows nothing and stores nothing, it never resends a command (the
 * outbox and `send-command.ts` do), and it runs on whatever clock and transport it is given.
 */
import * as v from 'valibot'
import { deltaSchema, downSchemas, type Presence, type SeatState, snapshotSchema } from '../protocol/down.ts'
import { protocolVersion } from '../protocol/version.ts'
import { backOff, slowRetry } from './back-off.ts'
import { silenceLimits } from './heartbeat.ts'
import { HubClock } from './hub-clock.ts'
import { HubRound } from './hub-round.ts'
import { type Answer, Line } from './line.ts'
import type { Cancel, Entropy, Timers } from './ports.ts'
import { kindOfRefusal } from './refused-handshake.ts'
import { Replica } from './replica.ts'
import type { OpenTransport, RefusalReceived } from './transport.ts'

/** `refused`: the hub said no, see `refusal`. `lost`: it was live before. */
export type LinkStatus = 'connecting' | 'live' | 'lost' | 'refused'

export interface ConnectionOptions {
  readonly contest: string
  /** Without a session the page belongs to the hall. */
  readonly session?: string | undefined
  readonly screen?: 'stage' | 'audience' | undefined
  readonly name?: string | undefined
}

export interface ConnectionPorts {
  /** The origin of the page. */
  readonly home: string
  readonly open: OpenTransport
  readonly timers: Timers
  readonly entropy: Entropy
}

type Phase =
  | { readonly kind: 'waiting'; readonly cancel: Cancel }
  | { readonly kind: 'opening'; readonly line: Line }
  | { readonly kind: 'live'; readonly line: Line }
  /** Closed by the page, or refused for good. */
  | { readonly kind: 'stopped' }

/** How long to wait for the snapshot that was asked for, before asking again, in ms. */
const RESYNC_LIMIT = 2_000

export class Connection {
  readonly #options: ConnectionOptions
  readonly #ports: ConnectionPorts
  readonly #hubs: HubRound
  readonly #clock: HubClock
  readonly #replica = new Replica()
  readonly #listeners = new Set<() => void>()
  #phase: Phase
  #attempt = 0
  #connections = 0
  #refusal: RefusalReceived | null = null
  #presence: Presence | null = null
  #seat: SeatState | null = null
  #resync: Cancel | null = null

  /** Begins to connect at once. */
  constructor(options: ConnectionOptions, ports: ConnectionPorts) {
    this.#options = options
    this.#ports = ports
    this.#hubs = new HubRound(ports.home)
    this.#clock = new HubClock(ports.timers)
    this.#phase = this.#open()
  }

  get status(): LinkStatus {
    if (this.#phase.kind === 'live') return 'live'
    if (this.#refusal !== null) return 'refused'
    return this.#connections > 0 ? 'lost' : 'connecting'
  }
  get refusal(): RefusalReceived | null {
    return this.#refusal
  }
  get entries(): ReadonlyMap<string, unknown> {
    return this.#replica.entries
  }
  get presence(): Presence | null {
    return this.#presence
  }
  get seat(): SeatState | null {
    return this.#seat
  }
  /** How many times it has come alive: who must do something on every connection compares it with what was seen. */
  get connections(): number {
    return this.#connections
  }
  /** Hub time in ms. */
  hubNow(): number {
    return this.#clock.now()
  }

  /** Calls `listener` after every change of anything above. */
  subscribe(listener: () => void): Cancel {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks the hub; `cut` at once when there is no live connection, and when it ends before the answer. */
  async ask(event: string, body?: unknown): Promise<Answer> {
    return this.#phase.kind === 'live' ? this.#phase.line.ask(event, body) : { kind: 'cut' }
  }

  /** Tells the hub, if it is there; what is told this way may be lost. */
  send(event: string, body?: unknown): void {
    if (this.#phase.kind === 'live') this.#phase.line.send(event, body)
  }

  /** The page has come back from sleep, or the network has: connects or checks now instead of later. */
  checkNow(): void {
    if (this.#phase.kind === 'waiting') {
      this.#phase.cancel()
      this.#phase = this.#open()
    } else if (this.#phase.kind === 'live') {
      this.#phase.line.check()
      void this.#clock.ask(this.#phase.line)
    }
  }

  close(): void {
    if (this.#phase.kind === 'waiting') this.#phase.cancel()
    else if (this.#phase.kind !== 'stopped') this.#phase.line.close()
    this.#leave({ kind: 'stopped' })
  }

  #open(): Phase {
    const { contest, session, screen, name } = this.#options
    const attentive = session !== undefined || screen === 'stage'
    const line = new Line(
      {
        address: this.#hubs.current,
        handshake: { protocol: protocolVersion, contest, session, screen, name },
        silence: attentive ? silenceLimits.attentive : silenceLimits.audience,
      },
      this.#ports.open,
      this.#ports.timers,
      {
        onMessage: (event, body) => this.#heard(line, event, body),
        onRefused: (refusal) => this.#refused(refusal),
        onEnded: () => this.#ended(),
      },
    )
    return { kind: 'opening', line }
  }

  #ended(): void {
    // The same hub once more, since most gaps are the Wi-Fi's; then round the others.
    if (this.#attempt > 0) this.#hubs.advance()
    this.#retryIn(backOff(this.#attempt++, this.#ports.entropy))
  }

  #refused(refusal: RefusalReceived): void {
    const kind = kindOfRefusal(refusal.code)
    if (kind === 'passing') {
      this.#ended()
      return
    }
    this.#refusal = refusal
    if (kind === 'final') this.#leave({ kind: 'stopped' })
    else this.#retryIn(slowRetry(this.#ports.entropy))
  }

  #retryIn(ms: number): void {
    const cancel = this.#ports.timers.after(ms, () => {
      this.#phase = this.#open()
    })
    this.#leave({ kind: 'waiting', cancel })
  }

  /** Leaves a connection that has ended for the next phase; what it showed stays. */
  #leave(phase: Phase): void {
    this.#clock.stop()
    this.#resync?.()
    this.#resync = null
    this.#presence = null
    this.#phase = phase
    this.#changed()
  }

  #heard(line: Line, event: string, body: unknown): void {
    if (event === 'snapshot') this.#heardSnapshot(line, body)
    else if (event === 'delta') this.#heardDelta(line, body)
    else if (event === 'beat') this.#heardBeat(body)
    else if (event === 'goodbye') this.#heardGoodbye(line, body)
    else if (event === 'presence' || event === 'seat') this.#heardOfPeople(event, body)
  }

  #heardBeat(body: unknown): void {
    const beat = v.safeParse(downSchemas.beat, body)
    if (beat.success) this.#clock.heard(beat.output.at)
    // Only a hub that goes on beating is a hub worth hurrying back to.
    if (this.#phase.kind === 'live') this.#attempt = 0
  }

  #heardOfPeople(event: 'presence' | 'seat', body: unknown): void {
    if (event === 'presence') {
      const presence = v.safeParse(downSchemas.presence, body)
      if (presence.success) this.#presence = presence.output
    } else {
      const seat = v.safeParse(downSchemas.seat, body)
      if (seat.success) this.#seat = seat.output
    }
    this.#changed()
  }

  /** The hub is about to stop: on to the next one, without waiting for the silence. */
  #heardGoodbye(line: Line, body: unknown): void {
    const goodbye = v.safeParse(downSchemas.goodbye, body)
    if (goodbye.success) this.#hubs.learn(goodbye.output.hubs)
    this.#hubs.advance()
    line.close()
    this.#retryIn(backOff(0, this.#ports.entropy))
  }

  #heardSnapshot(line: Line, body: unknown): void {
    const snapshot = v.safeParse(snapshotSchema, body)
    // Without its snapshot a connection is of no use; the hub may be of another version, so others are tried.
    if (!snapshot.success) {
      line.close()
      this.#ended()
      return
    }
    this.#resync?.()
    this.#resync = null
    this.#replica.takeSnapshot(snapshot.output)
    this.#hubs.learn(snapshot.output.hubs)
    if (this.#phase.kind === 'opening') {
      this.#phase = { kind: 'live', line }
      this.#connections += 1
      this.#refusal = null
      this.#clock.start(line)
    }
    this.#clock.heard(snapshot.output.at)
    this.#changed()
  }

  #heardDelta(line: Line, body: unknown): void {
    const delta = v.safeParse(deltaSchema, body)
    const outcome = delta.success ? this.#replica.takeDelta(delta.output) : 'resync'
    if (outcome === 'applied') this.#changed()
    if (outcome === 'resync' && this.#resync === null) this.#askForSnapshot(line)
  }

  #askForSnapshot(line: Line): void {
    line.send('resync')
    this.#resync = this.#ports.timers.after(RESYNC_LIMIT, () => this.#askForSnapshot(line))
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
