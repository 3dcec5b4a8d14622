/**
 * A page's connection to its contest: connects, notices silence, comes back, goes round the hubs, and keeps the replica of the view.
 *
 * The last good picture stays while the connection is lost. It shows nothing and stores nothing, it never resends a command (the
 * outbox and `send-command.ts` do), and it runs on whatever clock and transport it is given.
 */
import * as v from 'valibot'
import { beatSchema, goodbyeSchema, type Presence, type SeatState } from '../protocol/down.ts'
import { backOffOf, type ConnectionOptions, type ConnectionPorts, lineOptions } from './connection-options.ts'
import { endPhase, type LinkStatus, type Phase, statusOf } from './connection-phase.ts'
import { HubClock } from './hub-clock.ts'
import { type Ending, HubRound } from './hub-round.ts'
import { type Answer, Line } from './line.ts'
import { Listeners } from './listeners.ts'
import { PageView } from './page-view.ts'
import type { Cancel } from './ports.ts'
import { kindOfRefusal } from './refused-handshake.ts'
import type { RefusalReceived } from './transport.ts'

export class Connection {
  #options: ConnectionOptions
  readonly #ports: ConnectionPorts
  readonly #hubs: HubRound
  readonly #clock: HubClock
  readonly #view: PageView
  readonly #listeners = new Listeners()
  #phase: Phase
  #connections = 0
  #refusal: RefusalReceived | null = null

  /** Begins to connect at once. */
  constructor(options: ConnectionOptions, ports: ConnectionPorts) {
    this.#options = options
    this.#ports = ports
    this.#hubs = new HubRound(ports.home, ports.known ?? [], backOffOf(options), ports.entropy)
    this.#clock = new HubClock(ports.timers)
    this.#view = new PageView(ports.timers)
    this.#phase = this.#open()
  }

  get status(): LinkStatus {
    return statusOf(this.#phase, this.#refusal, this.#connections)
  }
  get refusal(): RefusalReceived | null {
    return this.#refusal
  }
  get entries(): ReadonlyMap<string, unknown> {
    return this.#view.entries
  }
  get presence(): Presence | null {
    return this.#view.presence
  }
  get seat(): SeatState | null {
    return this.#view.seat
  }
  /** Of what this page was told on this connection, everything up to this commit is durable; 0 before the hub has said so. */
  get durable(): number {
    return this.#view.durable
  }
  /** The addresses of all hubs that this page knows, the one that it is with, or tries, first. */
  get addresses(): readonly string[] {
    return this.#hubs.addresses
  }
  /** The hub that carries the page while its own address is dead, where a reload would find nobody; null otherwise. */
  get refuge(): string | null {
    return this.#phase.kind === 'live' && this.#hubs.isAway ? this.#hubs.current : null
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
    return this.#listeners.add(listener)
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

  /** Comes in at once with a new session of the same seat; what is shown stays until the hub has spoken. */
  enterWith(session: string): void {
    if (this.#phase.kind === 'stopped') return
    endPhase(this.#phase)
    this.#options = { ...this.#options, session }
    this.#refusal = null
    this.#leave(this.#open())
  }

  close(): void {
    endPhase(this.#phase)
    this.#leave({ kind: 'stopped' })
  }

  #open(): Phase {
    const line = new Line(lineOptions(this.#options, this.#hubs), this.#ports.open, this.#ports.timers, {
      onMessage: (event, body) => this.#heard(line, event, body),
      onRefused: (refusal) => this.#refused(refusal),
      onEnded: (ending) => this.#ended(ending),
    })
    return { kind: 'opening', line }
  }

  #ended(ending: Ending): void {
    this.#refusal = null
    this.#retryIn(this.#hubs.pauseAfter(ending))
  }

  #refused(refusal: RefusalReceived): void {
    const kind = kindOfRefusal(refusal.code)
    if (kind === 'passing' || (kind === 'slow' && this.#hubs.isPerhapsBehind)) return this.#ended('closed')
    this.#refusal = refusal
    if (kind === 'final') this.#leave({ kind: 'stopped' })
    else this.#retryIn(this.#hubs.pauseAfterRefusal())
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
    this.#view.lineEnded()
    this.#phase = phase
    this.#listeners.tell()
  }

  #heard(line: Line, event: string, body: unknown): void {
    if (event === 'beat') this.#heardBeat(body)
    else if (event === 'goodbye') this.#heardGoodbye(line, body)
    else this.#heardOfView(line, event, body)
  }

  #heardBeat(body: unknown): void {
    const beat = v.safeParse(beatSchema, body)
    if (this.#phase.kind === 'live') this.#hubs.beating()
    if (!beat.success) return
    this.#clock.heard(beat.output.at)
    if (beat.output.hubs === undefined) return
    this.#hubs.learn(beat.output.hubs)
    this.#listeners.tell()
  }

  /** The hub is about to stop: on to the next one, without waiting for the silence. */
  #heardGoodbye(line: Line, body: unknown): void {
    const goodbye = v.safeParse(goodbyeSchema, body)
    if (goodbye.success) this.#hubs.learn(goodbye.output.hubs)
    line.close()
    this.#retryIn(this.#hubs.pauseAfterGoodbye())
  }

  #heardOfView(line: Line, event: string, body: unknown): void {
    const heard = this.#view.hear(line, event, body)
    if (heard.kind === 'nothing') return
    if (heard.kind === 'unreadable') {
      // Perhaps a hub of another version: others are tried.
      line.close()
      return this.#ended('closed')
    }
    if (heard.kind === 'snapshot') {
      this.#hubs.admitted(heard.hubs)
      if (this.#phase.kind === 'opening') this.#cameAlive(line)
      this.#clock.heard(heard.at)
    }
    this.#listeners.tell()
  }

  #cameAlive(line: Line): void {
    this.#phase = { kind: 'live', line }
    this.#connections += 1
    this.#refusal = null
    this.#clock.start(line)
  }
}
