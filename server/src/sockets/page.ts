/** One connected page as the socket edge holds it, and what it is told about itself. */
import type { Socket } from 'socket.io'
import type { WireLimits } from '../limits.ts'
import { bytesWaiting } from './backlog.ts'
import type { Connection } from './connection.ts'
import { Resync } from './resync.ts'

export interface Page {
  readonly socket: Socket
  readonly connection: Connection
  readonly channel: string
  /** The library's room that the page's deltas go to. */
  readonly room: string
  readonly leave: () => void
  /** Since when it is skipped because it does not read, in monotonic ms; null while it does. */
  laggingSince: number | null
}

/** The view as last published; everything later follows as deltas. */
export function tellSnapshot({ socket, connection, channel }: Page, hubs: readonly string[]): void {
  const { feed, ports } = connection.room
  socket.emit('snapshot', { ...feed.snapshot(channel), at: ports.clock.now(), hubs })
}

/** The snapshots that the page asks for; `hubs` is asked when one is told. */
export function resyncOf(page: Page, wire: WireLimits, hubs: () => readonly string[]): Resync {
  return new Resync({
    timers: page.connection.room.ports.timers,
    pauseMs: wire.resyncMs,
    mostWaiting: wire.bytesBeforeSnapshot,
    waiting: () => bytesWaiting(page.socket.conn),
    isLagging: () => page.laggingSince !== null,
    tell: () => tellSnapshot(page, hubs()),
  })
}

/** Tells a seat who it is and whether it drives; a revoked one hears goodbye and is put out. */
export function tellSeat({ socket, connection }: Page): void {
  if (connection.isRevoked) {
    socket.emit('goodbye', { reason: 'seat-revoked', hubs: [] })
    socket.disconnect(true)
    return
  }
  const seat = connection.seatState()
  if (seat) socket.emit('seat', seat)
}

export interface PageCount {
  readonly staff: number
  readonly judges: number
  readonly hall: number
}

export function countOf(pages: Iterable<Page>): PageCount {
  const count = { staff: 0, judges: 0, hall: 0 }
  for (const { connection } of pages) {
    if (!connection.session) count.hall += 1
    else if (connection.isStaff) count.staff += 1
    else count.judges += 1
  }
  return count
}
