/**
 * The connection of a page as Svelte sees it: the state of `connection.ts` as signals, the browser's own events, and entries read
 * through their schemas. All decisions are in `connection.ts`; this file only shows them.
 */
import type * as v from 'valibot'
import type { Presence, SeatState } from '../protocol/down.ts'
import type { Draft } from '../protocol/up.ts'
import type { CommandBody } from '../rules/commands.ts'
import { browserEntropy, browserTimers } from './browser-ports.ts'
import { Connection } from './connection.ts'
import type { ConnectionOptions, ConnectionPorts } from './connection-options.ts'
import type { LinkStatus } from './connection-phase.ts'
import { EntryReader, type Listed } from './entry-reader.ts'
import { hubCalls } from './hub-calls.ts'
import { type Exchange, Rejoin, type RejoinState } from './rejoin.ts'
import { type SendOutcome, sendCommand, whenDurable } from './send-command.ts'
import { openSocket } from './socket-transport.ts'
import type { RefusalReceived } from './transport.ts'

export class HubLink {
  readonly contest: string
  /** For the outbox and for tests; screens use what stands below. */
  readonly connection: Connection
  readonly ports: ConnectionPorts
  readonly #rejoin: Rejoin | null
  readonly #reader = new EntryReader()
  #status = $state.raw<LinkStatus>('connecting')
  #refusal = $state.raw<RefusalReceived | null>(null)
  #entries = $state.raw<ReadonlyMap<string, unknown>>(new Map())
  #presence = $state.raw<Presence | null>(null)
  #seat = $state.raw<SeatState | null>(null)
  #rejoining = $state.raw<RejoinState>('idle')
  #refuge = $state.raw<string | null>(null)

  /** `exchange`: the way back of a seat whose session is no longer the one that counts; the hall has none. */
  constructor(options: ConnectionOptions, exchange?: Exchange, ports: ConnectionPorts = browserPorts()) {
    this.contest = options.contest
    this.ports = ports
    this.connection = new Connection(options, ports)
    this.connection.subscribe(() => this.#show())
    this.#rejoin = exchange ? new Rejoin(this.connection, exchange) : null
    this.#rejoin?.subscribe(() => {
      this.#rejoining = this.#rejoin?.state ?? 'idle'
    })
    window.addEventListener('online', this.#check)
    window.addEventListener('pageshow', this.#check)
    document.addEventListener('visibilitychange', this.#check)
  }

  get status(): LinkStatus {
    return this.#status
  }
  /** Why the status is `refused`. */
  get refusal(): RefusalReceived | null {
    return this.#refusal
  }
  /** The view; the last good picture stays while the connection is lost. */
  get entries(): ReadonlyMap<string, unknown> {
    return this.#entries
  }
  get presence(): Presence | null {
    return this.#presence
  }
  get seat(): SeatState | null {
    return this.#seat
  }
  /** The hub that carries this page while the address that it came from is dead, where a reload would find nobody; null otherwise. */
  get refuge(): string | null {
    return this.#refuge
  }

  /** How the way back stands: by itself after `session-unknown`, or by `rejoin`. */
  get rejoining(): RejoinState {
    return this.#rejoining
  }
  /** True while the hub does not know this page's session and its link may still let it in. */
  get isComingBack(): boolean {
    return this.#refusal?.code === 'session-unknown' && this.#rejoining !== 'refused'
  }

  /** Hub time in ms. Not a signal: whoever draws a clock asks at each frame. */
  hubNow(): number {
    return this.connection.hubNow()
  }

  /** The entry, or undefined when it is absent or of an unknown shape. The same object as long as the entry does not change. */
  entry<const S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> | undefined {
    return this.#reader.entry(this.#entries, key, schema)
  }

  /** Every entry `kind/…`, with the ids that follow the kind, in the hub's order. */
  list<const S extends v.GenericSchema>(kind: string, schema: S): Listed<v.InferOutput<S>>[] {
    return this.#reader.list(this.#entries, kind, schema)
  }

  /** Sends a command of the staff now, or says that there is no connection; judges submit through the outbox. */
  send(body: CommandBody): Promise<SendOutcome> {
    return sendCommand(body, { ...this.ports, connection: this.connection })
  }

  /** Resolves when what was answered as not durable yet is durable, with false when nobody will know. */
  whenDurable(commit: number): Promise<boolean> {
    return whenDurable(commit, this.connection)
  }

  /** Tells the staff how many criteria are filled; never a value, and it may be lost. */
  draft(round: string, team: string, filled: number): void {
    this.connection.send('draft', { round, team, filled } satisfies Draft)
  }

  /** Opens a new session with the same link, which drives the seat from then on. */
  rejoin(): Promise<void> {
    return this.#rejoin?.now() ?? Promise.resolve()
  }

  close(): void {
    this.#rejoin?.close()
    window.removeEventListener('online', this.#check)
    window.removeEventListener('pageshow', this.#check)
    document.removeEventListener('visibilitychange', this.#check)
    this.connection.close()
  }

  readonly #check = () => {
    if (document.visibilityState === 'visible') this.connection.checkNow()
  }

  #show(): void {
    this.#status = this.connection.status
    this.#refusal = this.connection.refusal
    this.#entries = this.connection.entries
    this.#presence = this.connection.presence
    this.#seat = this.connection.seat
    this.#refuge = this.connection.refuge
    hubCalls.learn(this.connection.addresses)
  }
}

function browserPorts(): ConnectionPorts {
  return {
    home: location.origin,
    known: hubCalls.known,
    open: openSocket,
    timers: browserTimers,
    entropy: browserEntropy,
  }
}
