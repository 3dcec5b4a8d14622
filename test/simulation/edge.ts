/**
 * The socket edge of a simulated hub: what `sockets.ts` does with the library, done with lines of the simulated network. Who is let in,
 * and what a message means, is the hub's own code; here stands only which message goes to whom, and when.
 */
import type { Hub } from '@bang-diem/server/hub.ts'
import type { Edge } from '@bang-diem/server/hub-ports.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { alone } from '@bang-diem/server/neighbours.ts'
import { admit } from '@bang-diem/server/sockets/admission.ts'
import { Connection } from '@bang-diem/server/sockets/connection.ts'
import { weightOf } from '@bang-diem/server/sockets/parts.ts'
import { PresenceNews } from '@bang-diem/server/sockets/presence-news.ts'
import { Rate } from '@bang-diem/server/sockets/rate.ts'
import { warnWhenBehind } from '@bang-diem/server/sockets/receipts.ts'
import { Resync } from '@bang-diem/server/sockets/resync.ts'
import type { FactCommit } from '@bang-diem/server/stored.ts'
import type { Delta } from '@bang-diem/shared/protocol/down.ts'
import type { Door, HubEnd, HubLine } from './ends.ts'
import type { Life } from './life.ts'

const { wire, pace } = limits

interface Page {
  readonly line: HubLine
  readonly connection: Connection
  readonly channel: string
}

interface EdgeOptions {
  readonly name: string
  readonly life: Life
  /** The addresses of all hubs. */
  readonly hubs: () => readonly string[]
}

export class SimulatedEdge implements Edge, Door {
  readonly name: string
  readonly life: Life
  readonly #hubs: () => readonly string[]
  readonly #news: PresenceNews
  readonly #pages = new Map<string, Page>()
  readonly #admitted = new Map<string, Connection>()
  #hub: Hub | null = null

  constructor({ name, life, hubs }: EdgeOptions) {
    this.name = name
    this.life = life
    this.#hubs = hubs
    this.#news = new PresenceNews({
      timers: life,
      intervalMs: pace.presenceMs,
      // Where hubs are is fixed in a story, and who is connected to another is news of a moment: nothing is proven by it here.
      neighbours: alone(name),
      warningsOf: (contest) => this.#hub?.room(contest)?.warnings ?? [],
      send: (contest, presence) => {
        const text = JSON.stringify(['presence', presence])
        for (const { line, connection } of this.#pages.values()) {
          if (connection.isStaff && connection.room.contest === contest) line.write(text)
        }
      },
    })
  }

  /** Begins to let pages in. */
  attach(hub: Hub): void {
    this.#hub = hub
    this.#beat(pace.beatMs, false)
    this.#beat(pace.audienceBeatMs, true)
  }

  admit(line: HubLine, auth: unknown): HubEnd | { readonly refused: unknown } {
    const hub = this.#hub
    if (!hub) return { refused: { code: 'hub-stopping' } }
    const connection = admit(hub, line.id, auth, (contest) => this.#news.book(contest))
    if (!(connection instanceof Connection)) return { refused: Reflect.get(connection, 'data') }
    this.#admitted.set(line.id, connection)
    return this.#endOf(hub, line, connection)
  }

  welcome(line: HubLine): void {
    const connection = this.#admitted.get(line.id)
    this.#admitted.delete(line.id)
    if (!connection) return
    const page: Page = { line, connection, channel: connection.room.feed.subscribe(connection.subscription) }
    this.#pages.set(line.id, page)
    connection.enter()
    this.#tellSeat(page)
    this.#tellSnapshot(page)
    this.#news.changed(connection.room.contest)
  }

  send(contest: string, channel: string, delta: Delta): void {
    const text = JSON.stringify(['delta', delta])
    for (const page of this.#pages.values()) {
      if (page.channel === channel && page.connection.room.contest === contest) page.line.write(text)
    }
  }

  committed(contest: string, commits: readonly FactCommit[]): void {
    const facts = commits.flatMap((commit) => commit.facts)
    const seats = new Set<string>()
    for (const fact of facts) if (fact.type === 'link-issued' || fact.type === 'session-opened') seats.add(fact.seat)
    const redefined = facts.some(({ type }) => type === 'contest-redefined')
    for (const page of [...this.#pages.values()]) {
      const { room, session, isMisplaced } = page.connection
      if (room.contest !== contest) continue
      if (redefined && isMisplaced) page.line.hangUp()
      else if (seats.has(session?.seat ?? '')) this.#tellSeat(page)
    }
  }

  kept(contest: string, number: number): void {
    for (const { line, connection } of this.#pages.values()) {
      if (connection.room.contest !== contest) continue
      const commit = connection.unkept.takeUpTo(number)
      if (commit !== undefined) line.write(JSON.stringify(['durable', { commit }]))
    }
  }

  warned(contest: string): void {
    this.#news.changed(contest)
  }

  /** Says goodbye to every page and lets go of it. */
  close(reason: string): void {
    for (const { line } of [...this.#pages.values()]) {
      line.write(JSON.stringify(['goodbye', { reason, hubs: this.#hubs() }]))
      line.hangUp()
    }
  }

  #endOf(hub: Hub, line: HubLine, connection: Connection): HubEnd {
    const { monotonic, clock, timers } = hub.ports
    const rate = new Rate(wire.commandsPerSecond, monotonic())
    const mayAsk = (message: unknown) => rate.take(monotonic(), weightOf(message, wire))
    const { contest } = connection.room
    const resync = new Resync({
      timers,
      pauseMs: wire.resyncMs,
      mostWaiting: wire.bytesBeforeSnapshot,
      waiting: () => 0,
      isLagging: () => false,
      tell: () => {
        const page = this.#pages.get(line.id)
        if (page) this.#tellSnapshot(page)
      },
    })
    const heard: HubEnd['heard'] = (event, body, answer) => {
      if (event === 'resync') return resync.ask()
      if (event === 'clock') return answer?.({ at: clock.now() })
      if (event === 'draft') return mayAsk(body) && connection.draft(body) ? this.#news.changed(contest) : undefined
      if (event === 'held') {
        const compare = () => connection.held(body, wire.receiptsPerMessage)
        const held = mayAsk(body) ? compare() : undefined
        if (held?.behind) warnWhenBehind(connection.room, compare, () => this.#news.isBehind(contest))
        return held && answer?.(held)
      }
      if (event !== 'command' || !answer) return
      if (!mayAsk(body)) return answer({ ok: false, refusal: { code: 'too-many-requests', seconds: 1 } })
      connection.command(body, wire.partsExplained, answer)
    }
    const closed = () => {
      const page = this.#pages.get(line.id)
      this.#pages.delete(line.id)
      resync.stop()
      if (!page) return
      connection.leave()
      connection.room.feed.unsubscribe(page.channel)
      this.#news.changed(contest)
    }
    return { heard, closed }
  }

  #tellSnapshot({ line, connection, channel }: Page): void {
    const { feed, ports } = connection.room
    const snapshot = { ...feed.snapshot(channel), at: ports.clock.now(), hubs: this.#hubs() }
    line.write(JSON.stringify(['snapshot', snapshot]))
  }

  #tellSeat({ line, connection }: Page): void {
    if (connection.isRevoked) {
      line.write(JSON.stringify(['goodbye', { reason: 'seat-revoked', hubs: [] }]))
      return line.hangUp()
    }
    const seat = connection.seatState()
    if (seat) line.write(JSON.stringify(['seat', seat]))
  }

  #beat(ms: number, isAudience: boolean): void {
    this.life.after(ms, () => {
      const text = JSON.stringify(['beat', { at: this.#hub?.ports.clock.now() }])
      for (const { line, connection } of this.#pages.values()) {
        if ((connection.subscription.pace === 'audience') === isAudience) line.write(text)
      }
      this.#beat(ms, isAudience)
    })
  }
}
