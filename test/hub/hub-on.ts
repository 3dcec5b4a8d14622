/** A hub in this process on a ledger that the test has opened, without sockets; what it tells its edge is written down. */
import { afterArrivals } from '@bang-diem/server/arrivals.ts'
import { hubClock } from '@bang-diem/server/clock.ts'
import type { Outcome } from '@bang-diem/server/committer-ports.ts'
import { Hub } from '@bang-diem/server/hub.ts'
import type { Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Room } from '@bang-diem/server/room.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { type CommandBody, commandSchema } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import * as v from 'valibot'

export interface Heard {
  /** The numbers of the commits that became durable, as they were told. */
  readonly committed: number[]
  readonly kept: number[]
  readonly forks: { readonly contest: string; readonly ours: readonly StoredCommit[] }[]
}

/** `wall` is hub time when it starts, in ms. */
export async function hubOn(ledger: Ledger, wall = Date.now()): Promise<{ readonly hub: Hub; readonly heard: Heard }> {
  const heard: Heard = { committed: [], kept: [], forks: [] }
  let drawn = 0
  const hub = await Hub.open({
    ledger,
    clock: hubClock(
      () => wall,
      () => performance.now(),
    ),
    timers: realTimers,
    afterArrivals: afterArrivals(realTimers),
    monotonic: () => performance.now(),
    entropy: (bytes) => String(++drawn).padStart(2 * bytes, '0'),
    sha256,
    group: limits.ledger,
    held: limits.held,
    watchMs: limits.ledger.watchMs,
    warnings: () => [],
    onFork: (contest, ours) => heard.forks.push({ contest, ours }),
    intervals: limits.pace.intervals,
    edge: {
      send: () => undefined,
      committed: (_contest, commits) => heard.committed.push(...commits.map(({ number }) => number)),
      kept: (_contest, number) => heard.kept.push(number),
      warned: () => undefined,
    },
  })
  return { hub, heard }
}

export async function roomOn(hub: Hub, definition: Definition): Promise<Room> {
  const created = await hub.create(definition)
  const room = hub.room(definition.id)
  if (!created.ok || !room) throw new Error(`the contest was not created: ${JSON.stringify(created)}`)
  return room
}

/** Sends a command and waits for its answer. */
export function tell(room: Room, seat: SeatId, body: CommandBody, id: string): Promise<Outcome> {
  const command = v.parse(commandSchema, { id, ...body })
  return new Promise((resolve) => room.committer.submit(seat, command, resolve))
}
