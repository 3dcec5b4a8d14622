/**
 * The socket edge: Socket.IO connections in, the hub's messages out. The only file that knows the library.
 * It decides nothing about a contest; what a message means stands in `connection.ts`.
 */
import type { Server as HttpServer } from 'node:http'
import { problemsOf } from '@bang-diem/shared/contest/problems.ts'
import type { Delta } from '@bang-diem/shared/protocol/down.ts'
import { handshakeSchema } from '@bang-diem/shared/protocol/up.ts'
import { Server, type Socket } from 'socket.io'
import * as v from 'valibot'
import { bytesWaiting } from './backlog.ts'
import { Connection } from './connection.ts'
import type { Hub } from './hub.ts'
import type { Edge } from './hub-ports.ts'
import type { PaceLimits, WireLimits } from './limits.ts'
import { PresenceBook } from './presence.ts'
import { Rate } from './rate.ts'
import { beatRooms, SocketRooms, staffRoom } from './rooms-of-sockets.ts'
import { type Session, sessionOf } from './seats.ts'
import type { FactCommit } from './stored.ts'

export interface SocketOptions {
  readonly wire: WireLimits
  readonly pace: PaceLimits
  /** The addresses of all hubs of a contest, for pages that must look for another. */
  readonly hubs: () => readonly string[]
  /** For the metrics. */
  readonly onCommits: (count: number) => void
}

/** One page with everything that is undone when it leaves. */
interface Page {
  readonly socket: Socket
  readonly connection: Connection
  readonly channel: string
  readonly room: string
  readonly leave: () => void
  /** True while it is skipped because it does not read. */
  lagging: boolean
}

export class Sockets implements Edge {
  readonly #options: SocketOptions
  readonly #pages = new Map<string, Page>()
  readonly #books = new Map<string, PresenceBook>()
  readonly #behind = new Set<string>()
  readonly #presenceDue = new Set<string>()
  readonly #stops: (() => void)[] = []
  #live: { readonly io: Server; readonly hub: Hub; readonly rooms: SocketRooms } | undefined

  constructor(options: SocketOptions) {
    this.#options = options
  }

  /** Begins to accept connections. */
  attach(hub: Hub, http: HttpServer): void {
    const io = new Server(http, {
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: this.#options.wire.bytesPerMessage,
      // Dead connections are found by our own beats; this is the library's, for phones that vanish without a word.
      pingInterval: 20_000,
      pingTimeout: 20_000,
    })
    this.#live = { io, hub, rooms: new SocketRooms(this.#options.wire.socketsPerSlice, hub.ports.timers) }
    io.use((socket, next) => {
      const admitted = this.#admit(hub, socket)
      next(admitted instanceof Connection ? undefined : admitted)
    })
    io.on('connection', (socket) => this.#welcome(socket))
    this.#every(this.#options.pace.beatMs, () => this.#beat(beatRooms.prompt))
    this.#every(this.#options.pace.audienceBeatMs, () => this.#beat(beatRooms.audience))
  }

  send(contest: string, channel: string, delta: Delta): void {
    const live = this.#live
    live?.rooms.broadcast(contest, channel, (room) => live.io.to(room).emit('delta', delta))
  }

  committed(contest: string, commits: readonly FactCommit[]): void {
    this.#options.onCommits(commits.length)
    const seats = new Set<string>()
    for (const { facts } of commits) {
      for (const fact of facts) if (fact.type === 'link-issued' || fact.type === 'session-opened') seats.add(fact.seat)
    }
    if (seats.size === 0) return
    for (const page of this.#pages.values()) {
      const { connection } = page
      if (connection.room.contest === contest && seats.has(connection.session?.seat ?? '')) this.#tellSeat(page)
    }
  }

  medium(contest: string): void {
    this.#presenceChanged(contest)
  }

  /** How many pages are connected, by kind, for the metrics. */
  count(): { readonly staff: number; readonly judges: number; readonly hall: number } {
    const count = { staff: 0, judges: 0, hall: 0 }
    for (const { connection } of this.#pages.values()) {
      if (!connection.session) count.hall += 1
      else if (connection.isStaff) count.staff += 1
      else count.judges += 1
    }
    return count
  }

  /** Says goodbye to every page and closes; pages look for another hub or wait for this one to come back. */
  async close(reason: string): Promise<void> {
    for (const stop of this.#stops) stop()
    const io = this.#live?.io
    io?.emit('goodbye', { reason, hubs: [...this.#options.hubs()] })
    io?.disconnectSockets(true)
    await io?.close()
  }

  /** The connection of a page whose handshake is in order; otherwise the error that its library reports. */
  #admit(hub: Hub, socket: Socket): Connection | Error {
    const parsed = v.safeParse(handshakeSchema, socket.handshake.auth)
    if (!parsed.success) {
      const problems = problemsOf(parsed.issues)
      const version = problems.some(({ path }) => path === 'protocol')
      return rejection(version ? 'protocol-unsupported' : 'handshake-invalid', { problems })
    }
    const room = hub.room(parsed.output.contest)
    if (!room) return rejection('contest-unknown', { contest: parsed.output.contest })
    let session: Session | null = null
    if (parsed.output.session !== undefined) {
      const found = sessionOf(room.state, parsed.output.session, hub.ports.sha256)
      if (typeof found === 'string') return rejection(found, {})
      session = found
    }
    const connection = new Connection(socket.id, room, session, parsed.output, this.#book(room.contest))
    socket.data = connection
    return connection
  }

  #welcome(socket: Socket): void {
    const live = this.#live
    const connection: unknown = socket.data
    if (!live || !(connection instanceof Connection)) return
    const { contest, feed } = connection.room
    const channel = feed.subscribe(connection.subscription)
    const { room, leave } = live.rooms.enter(contest, channel)
    const page: Page = { socket, connection, channel, room, leave, lagging: false }
    this.#pages.set(socket.id, page)
    connection.enter()
    void socket.join([room, this.#beatRoom(connection), ...(connection.isStaff ? [staffRoom(contest)] : [])])
    this.#tellSeat(page)
    this.#tellSnapshot(page)
    this.#listen(page)
    this.#presenceChanged(contest)
  }

  #listen({ socket, connection, ...page }: Page): void {
    const { monotonic, clock } = connection.room.ports
    const rate = new Rate(this.#options.wire.commandsPerSecond, monotonic())
    const { contest } = connection.room
    socket.on('command', (message: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return
      if (rate.take(monotonic())) connection.command(message, (ack) => answer(ack))
      else answer({ ok: false, refusal: { code: 'too-many-requests', seconds: 1 } })
    })
    socket.on('held', (message: unknown, answer: unknown) => {
      const held = connection.held(message)
      if (held?.behind) this.#isBehind(contest)
      if (held && typeof answer === 'function') answer(held)
    })
    socket.on('draft', (message: unknown) => {
      if (rate.take(monotonic()) && connection.draft(message)) this.#presenceChanged(contest)
    })
    socket.on('resync', () => {
      const whole = this.#pages.get(socket.id)
      if (whole && rate.take(monotonic())) this.#tellSnapshot(whole)
    })
    socket.on('clock', (answer: unknown) => {
      if (typeof answer === 'function') answer({ at: clock.now() })
    })
    socket.on('disconnect', () => {
      this.#pages.delete(socket.id)
      page.leave()
      connection.leave()
      connection.room.feed.unsubscribe(page.channel)
      this.#presenceChanged(contest)
    })
  }

  #tellSnapshot({ socket, connection, channel }: Page): void {
    const at = connection.room.ports.clock.now()
    socket.emit('snapshot', { ...connection.room.feed.snapshot(channel), at, hubs: [...this.#options.hubs()] })
  }

  /** Tells a seat who it is and whether it drives; a revoked one hears goodbye and is put out. */
  #tellSeat({ socket, connection }: Page): void {
    if (connection.isRevoked) {
      socket.emit('goodbye', { reason: 'seat-revoked', hubs: [] })
      socket.disconnect(true)
      return
    }
    const seat = connection.seatState()
    if (seat) socket.emit('seat', seat)
  }

  #beatRoom({ subscription }: Connection): string {
    return subscription.pace === 'audience' ? beatRooms.audience : beatRooms.prompt
  }

  /** A beat to everyone in the room, and a look at who has stopped reading. */
  #beat(room: string): void {
    const live = this.#live
    if (!live) return
    live.io.to(room).emit('beat', { at: live.hub.ports.clock.now() })
    for (const page of this.#pages.values()) if (this.#beatRoom(page.connection) === room) this.#watchBacklog(page)
  }

  /** A reader that does not keep up is skipped, and given one snapshot when it has caught up: the latest wins. */
  #watchBacklog(page: Page): void {
    const { socket, room } = page
    const waiting = bytesWaiting(socket.conn.transport)
    if (!page.lagging && waiting > this.#options.wire.bytesBehind) {
      page.lagging = true
      void socket.leave(room)
    } else if (page.lagging && waiting === 0) {
      page.lagging = false
      void socket.join(room)
      this.#tellSnapshot(page)
    }
  }

  /** A phone holds a receipt that lies beyond the ledger's head: something was lost, and staff must know. */
  #isBehind(contest: string): void {
    this.#behind.add(contest)
    this.#presenceChanged(contest)
  }

  #presenceChanged(contest: string): void {
    const live = this.#live
    if (!live || this.#presenceDue.has(contest)) return
    this.#presenceDue.add(contest)
    live.hub.ports.timers.after(this.#options.pace.presenceMs, () => {
      this.#presenceDue.delete(contest)
      const medium = live.hub.room(contest)?.medium
      const warnings = [...(medium ? [medium] : []), ...(this.#behind.has(contest) ? ['ledger-behind'] : [])]
      live.io.to(staffRoom(contest)).emit('presence', this.#book(contest).summary(warnings))
    })
  }

  #book(contest: string): PresenceBook {
    const book = this.#books.get(contest) ?? new PresenceBook()
    this.#books.set(contest, book)
    return book
  }

  #every(ms: number, task: () => void): void {
    const timers = this.#live?.hub.ports.timers
    if (!timers) return
    let cancel = timers.after(ms, function again() {
      task()
      cancel = timers.after(ms, again)
    })
    this.#stops.push(() => cancel())
  }
}

function rejection(code: string, params: object): Error {
  return Object.assign(new Error(code), { data: { code, ...params } })
}
