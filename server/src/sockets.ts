/**
 * The socket edge: Socket.IO connections in, the hub's messages out. Only this file and its parts in `sockets/` know the library.
 * It decides nothing about a contest; what a message means stands in `sockets/connection.ts`.
 */
import type { Server as HttpServer } from 'node:http'
import type { Delta } from '@bang-diem/shared/protocol/down.ts'
import { Server, type Socket } from 'socket.io'
import type { Hub } from './hub.ts'
import type { Edge } from './hub-ports.ts'
import type { PaceLimits, WireLimits } from './limits.ts'
import type { Neighbours } from './neighbours.ts'
import { admit } from './sockets/admission.ts'
import { beatsOf, startBeats } from './sockets/beats.ts'
import { Connection } from './sockets/connection.ts'
import { HubNews } from './sockets/hub-news.ts'
import { KeptNews } from './sockets/kept-news.ts'
import { messageTo } from './sockets/message-to.ts'
import { countOf, type Page, type PageCount, resyncOf, tellSeat, tellSnapshot } from './sockets/page.ts'
import { weightOf } from './sockets/parts.ts'
import { PresenceNews } from './sockets/presence-news.ts'
import { onCommands } from './sockets/prompt-commands.ts'
import { Rate } from './sockets/rate.ts'
import { warnWhenBehind } from './sockets/receipts.ts'
import { SocketRooms, staffRoom } from './sockets/socket-rooms.ts'
import type { FactCommit } from './stored.ts'

export interface SocketOptions {
  readonly wire: WireLimits
  readonly pace: PaceLimits
  /** There are so many more; none when the contest was let in. */
  readonly onCommits: (contest: string, count: number) => void
}

/** What exists from `attach` on. */
interface Live {
  readonly io: Server
  readonly hub: Hub
  readonly rooms: SocketRooms
  readonly news: PresenceNews
  readonly hubs: HubNews
  readonly stops: readonly (() => void)[]
}

export class Sockets implements Edge {
  readonly #options: SocketOptions
  readonly #pages = new Map<string, Page>()
  readonly #kept = new KeptNews()
  /** Commands whose answers are not out. */
  #underWay = 0
  #live: Live | undefined

  constructor(options: SocketOptions) {
    this.#options = options
  }

  attach(hub: Hub, http: HttpServer, neighbours: Neighbours): void {
    const { wire, pace } = this.#options
    const { timers, clock, monotonic } = hub.ports
    const io = new Server(http, {
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: wire.bytesPerMessage,
      // Dead connections are found by our own beats; this is the library's, for phones that vanish without a word.
      pingInterval: 20_000,
      pingTimeout: 20_000,
    })
    const news = new PresenceNews({
      timers,
      intervalMs: pace.presenceMs,
      warningsOf: (contest) => hub.room(contest)?.warnings ?? [],
      send: (contest, presence) => io.to(staffRoom(contest)).emit('presence', presence),
      neighbours,
    })
    const hubs = new HubNews(neighbours)
    const isAwaited = () => this.#underWay > 0
    const rooms = new SocketRooms({ readers: wire.socketsPerSlice, timers, isAwaited })
    const stopBeats = startBeats({
      timers,
      monotonic,
      pace,
      wire,
      pages: () => this.#pages.values(),
      beat: (kind) => {
        const changed = hubs.withBeat(kind)
        rooms.beat(kind, (room) => messageTo(io, 'beat', { at: clock.now(), ...changed })(room))
      },
      refresh: (page) => tellSnapshot(page, hubs.hubs()),
    })
    const live: Live = { io, hub, rooms, news, hubs, stops: [stopBeats, news.stop, hubs.stop] }
    this.#live = live
    io.use((socket, next) => {
      const admitted = admit(hub, socket.id, socket.handshake.auth, (contest) => news.book(contest))
      socket.data = admitted
      next(admitted instanceof Connection ? undefined : admitted)
    })
    io.on('connection', (socket) => this.#welcome(live, socket))
  }

  send(contest: string, channel: string, delta: Delta): void {
    const live = this.#live
    live?.rooms.broadcast(contest, channel, messageTo(live.io, 'delta', delta))
  }

  committed(contest: string, commits: readonly FactCommit[]): void {
    this.#options.onCommits(contest, commits.length)
    const facts = commits.flatMap((commit) => commit.facts)
    const seats = new Set<string>()
    for (const fact of facts) if (fact.type === 'link-issued' || fact.type === 'session-opened') seats.add(fact.seat)
    const redefined = facts.some(({ type }) => type === 'contest-redefined')
    if (seats.size === 0 && !redefined) return
    for (const page of this.#pages.values()) {
      const { room, session } = page.connection
      if (room.contest !== contest) continue
      // With another head judge some seats see less and others more: they come in anew, by the same door.
      if (redefined && page.connection.isMisplaced) page.socket.conn.close()
      else if (seats.has(session?.seat ?? '')) tellSeat(page)
    }
  }

  kept(contest: string, number: number): void {
    this.#kept.kept(contest, number)
  }

  warned(contest: string): void {
    this.#live?.news.changed(contest)
  }

  count(): PageCount {
    return countOf(this.#pages.values())
  }

  /** Says goodbye to every page and closes; pages look for another hub. */
  async close(reason: string): Promise<void> {
    if (!this.#live) return
    const { io, stops, hubs } = this.#live
    for (const stop of stops) stop()
    io.emit('goodbye', { reason, hubs: hubs.hubs() })
    io.disconnectSockets(true)
    await io.close()
  }

  #welcome(live: Live, socket: Socket): void {
    const connection: unknown = socket.data
    if (!(connection instanceof Connection)) return
    const { contest, feed } = connection.room
    const channel = feed.subscribe(connection.subscription)
    const { deltas, beats, leave } = live.rooms.enter(contest, channel, beatsOf(connection))
    const page: Page = { socket, connection, channel, room: deltas, leave, laggingSince: null }
    this.#pages.set(socket.id, page)
    connection.enter()
    void socket.join([deltas, beats, ...(connection.isStaff ? [staffRoom(contest)] : [])])
    tellSeat(page)
    tellSnapshot(page, live.hubs.hubs())
    this.#listen(live, page)
    live.news.changed(contest)
  }

  #listen({ news, hubs }: Live, page: Page): void {
    const { socket, connection } = page
    const { contest, ports } = connection.room
    const { monotonic, clock } = ports
    const { wire } = this.#options
    const rate = new Rate(wire.commandsPerSecond, monotonic())
    const mayAsk = (message: unknown) => rate.take(monotonic(), weightOf(message, wire))
    const resync = resyncOf(page, wire, () => hubs.hubs())
    onCommands(socket, ports.afterArrivals, (message, answer) => {
      if (!mayAsk(message)) return answer({ ok: false, refusal: { code: 'too-many-requests', seconds: 1 } })
      this.#underWay += 1
      connection.command(message, wire.partsExplained, (ack) => {
        this.#underWay -= 1
        answer(ack)
        this.#kept.answered(page)
      })
    })
    socket.on('held', (message: unknown, answer: unknown) => {
      const compare = () => connection.held(message, wire.receiptsPerMessage)
      const held = mayAsk(message) ? compare() : undefined
      if (held?.behind) warnWhenBehind(connection.room, compare, () => news.isBehind(contest))
      if (held && typeof answer === 'function') answer(held)
      this.#kept.answered(page)
    })
    socket.on('draft', (message: unknown) => {
      if (mayAsk(message) && connection.draft(message)) news.changed(contest)
    })
    socket.on('resync', () => resync.ask())
    socket.on('clock', (answer: unknown) => {
      if (typeof answer === 'function') answer({ at: clock.now() })
    })
    socket.on('disconnect', () => {
      this.#pages.delete(socket.id)
      resync.stop()
      page.leave()
      this.#kept.left(page)
      connection.leave()
      connection.room.feed.unsubscribe(page.channel)
      news.changed(contest)
    })
  }
}
