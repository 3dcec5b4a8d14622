/**
 * The hub's heartbeat: pages that must notice a dead connection within 3 s get a beat every second, phones of the audience more
 * rarely. With each beat goes a look at who has stopped reading: the latest wins, and nothing is buffered without end. Who does not
 * catch up is put out; a page comes back by itself, and what only keeps a connection busy does not.
 */
import type { PaceLimits, WireLimits } from '../limits.ts'
import type { Timers } from '../timers.ts'
import { bytesWaiting } from './backlog.ts'
import type { Connection } from './connection.ts'
import type { Page } from './page.ts'
import type { BeatKind } from './socket-rooms.ts'

export interface BeatOptions {
  readonly timers: Timers
  readonly monotonic: () => number
  readonly pace: PaceLimits
  readonly wire: WireLimits
  readonly pages: () => Iterable<Page>
  readonly beat: (kind: BeatKind) => void
  /** Gives a page that has caught up the view as it stands. */
  readonly refresh: (page: Page) => void
}

/** The beats that a page listens to. */
export function beatsOf({ subscription }: Connection): BeatKind {
  return subscription.pace === 'audience' ? 'audience' : 'prompt'
}

/** Beats until the answered function is called. */
export function startBeats(options: BeatOptions): () => void {
  const { timers, pace } = options
  const stops = [
    every(timers, pace.beatMs, () => round(options, 'prompt')),
    every(timers, pace.audienceBeatMs, () => round(options, 'audience')),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function round(options: BeatOptions, kind: BeatKind): void {
  for (const page of options.pages()) if (beatsOf(page.connection) === kind) watchBacklog(page, options)
  options.beat(kind)
}

function watchBacklog(page: Page, { wire, monotonic, refresh }: BeatOptions): void {
  const { socket, room } = page
  const waiting = bytesWaiting(socket.conn)
  const skippedMs = page.laggingSince === null ? 0 : monotonic() - page.laggingSince
  if (waiting > wire.bytesAtMost || (skippedMs > wire.lagMs && waiting > 0)) {
    // Without letting out first what it will not read.
    socket.conn.close(true)
  } else if (page.laggingSince === null) {
    if (waiting <= wire.bytesBehind) return
    page.laggingSince = monotonic()
    void socket.leave(room)
  } else if (waiting === 0) {
    page.laggingSince = null
    void socket.join(room)
    refresh(page)
  }
}

function every(timers: Timers, ms: number, task: () => void): () => void {
  let cancel = timers.after(ms, function again() {
    task()
    cancel = timers.after(ms, again)
  })
  return () => cancel()
}
