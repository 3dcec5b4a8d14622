/** A hub in this process with the small contest in it, whose bounds a test may make small and whose edge it may write to. */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterArrivals } from '@bang-diem/server/arrivals.ts'
import { hubClock } from '@bang-diem/server/clock.ts'
import { Hub } from '@bang-diem/server/hub.ts'
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { ledgers } from '@bang-diem/server/ledgers/registry.ts'
import { limits, type PaceLimits, type WireLimits } from '@bang-diem/server/limits.ts'
import { hubMetrics } from '@bang-diem/server/metrics.ts'
import { alone, type Neighbours } from '@bang-diem/server/neighbours.ts'
import { httpApp } from '@bang-diem/server/routes.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { Sockets } from '@bang-diem/server/sockets.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { onTestFinished } from 'vitest'
import { dataFolder } from '../harness/hub-process.ts'
import { listen } from '../harness/listen.ts'
import { definitionOfThree } from '../rules/small-contest.ts'

export const organiserKey = 'khoa-cua-ban-to-chuc'
const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Bounds {
  readonly wire?: Partial<WireLimits>
  readonly pace?: Partial<PaceLimits>
  readonly neighbours?: Neighbours
}

/** Opens it for one test. `around` may put another ledger in front of the real one. */
export async function hubInside(
  { wire, pace, neighbours = alone('http://hub.test') }: Bounds = {},
  around: (ledger: Ledger) => Ledger = (ledger) => ledger,
) {
  const folder = await dataFolder()
  const ledger = around(await ledgers.embedded({ location: folder.path, limits: limits.ledger }))
  const bounds = { wire: { ...limits.wire, ...wire }, pace: { ...limits.pace, ...pace } }
  const sockets = new Sockets({ ...bounds, onCommits: () => undefined })
  let drawn = 0
  const hub = await Hub.open({
    ledger,
    clock: hubClock(Date.now, () => performance.now()),
    timers: realTimers,
    afterArrivals: afterArrivals(realTimers),
    monotonic: () => performance.now(),
    entropy: (bytes) => String(++drawn).padStart(2 * bytes, '0'),
    sha256,
    group: limits.ledger,
    held: limits.held,
    watchMs: limits.ledger.watchMs,
    warnings: () => [],
    onFork: () => undefined,
    intervals: bounds.pace.intervals,
    edge: sockets,
  })
  const metrics = hubMetrics(() => sockets.count())
  const http = createServer(
    httpApp({
      hub,
      organiserKey,
      publicUrl: 'http://hub.test',
      neighbours,
      wire: bounds.wire,
      uploads: limits.uploads,
      documents: limits.documents,
      metrics,
      root,
      secure: false,
    }),
  )
  sockets.attach(hub, http, neighbours)
  const port = await listen(http)
  onTestFinished(async () => {
    await hub.stop()
    const closed = sockets.close('hub-stopping')
    http.closeAllConnections()
    await closed
    await ledger.close()
    await folder.remove()
  })
  const parsed = parseDefinition(definitionOfThree())
  if (!parsed.ok) throw new Error('the definition is not in order')
  const created = await hub.create(parsed.definition)
  const room = hub.room(parsed.definition.id)
  if (!created.ok || !room) throw new Error('the contest was not created')
  return { hub, room, sockets, port, codes: created.codes }
}
