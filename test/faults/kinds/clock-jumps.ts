/**
 * The hub's wall clock jumps an hour, forward and back, while judges submit; every other time the hub is killed on top and starts on the
 * new time. Hub time, and with it every stopwatch, goes on as if nothing had happened. Only a hub that starts with a ledger of its own has
 * no other clock to ask: it goes on from the new time, or from its last commit if that is later.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startRedis } from '../../harness/redis-server.ts'
import type { Crowd } from '../crowd.ts'
import type { Fault } from '../fault.ts'
import { repeatedly } from '../repeated.ts'
import { Venue, type VenueSettings } from '../venue.ts'

const hour = 3_600_000
/** Hub time as the stage screen has it may be off by so much, since it is measured over the wire. */
const toleranceMs = 1_000
/** After so many ms every screen has heard the time anew. */
const untilHeardMs = 1_500
const shiftedClock = fileURLToPath(new URL('../shifted-clock.ts', import.meta.url))

export const clockJumps: Fault = jumping("the hub's clock jumps an hour", { quick: 2, full: 8 }, async () => ({}))

export const clockJumpsOnRedis: Fault = jumping(
  "the hub's clock jumps an hour, Redis",
  { quick: 0, full: 8 },
  async () => {
    const redis = await startRedis()
    return { redisUrl: redis.url, readRedisAt: async () => redis.url, parts: [redis] }
  },
)

function jumping(name: string, runs: Fault['runs'], medium: () => Promise<VenueSettings>): Fault {
  return {
    name,
    runs,
    run: (scope) => {
      let jumps = 0
      return repeatedly(
        scope,
        () => openWithClock(medium),
        ({ venue, isOnRedis, setAhead }, crowd) => {
          const before = { hub: crowd.stage.connection.hubNow(), ours: performance.now() }
          const isForward = jumps % 2 === 0
          const isKilled = Math.floor(jumps / 2) % 2 === 1
          jumps += 1
          return {
            async fall() {
              await setAhead(isForward ? hour : 0)
              if (isKilled) venue.hub.signal('SIGKILL')
            },
            async check() {
              if (isKilled && !isOnRedis) return
              await pause(untilHeardMs)
              goesOn(crowd, before)
            },
            cuts: () => isKilled,
          }
        },
      )
    },
  }
}

async function openWithClock(medium: () => Promise<VenueSettings>) {
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-clock-'))
  const file = join(folder, 'ahead')
  const setAhead = (ms: number) => writeFile(file, String(ms))
  await setAhead(0)
  const stop = () => rm(folder, { recursive: true, force: true })
  const settings = await medium()
  const venue = await Venue.open({
    ...settings,
    environment: { HUB_PRELOAD: shiftedClock, CLOCK_AHEAD_FILE: file },
    parts: [...(settings.parts ?? []), { stop }],
  })
  return { venue, isOnRedis: settings.redisUrl !== undefined, setAhead }
}

/** A screen's hub time runs on as our own clock does. */
function goesOn(crowd: Crowd, before: { readonly hub: number; readonly ours: number }): void {
  const passed = crowd.stage.connection.hubNow() - before.hub - (performance.now() - before.ours)
  if (Math.abs(passed) > toleranceMs) throw new Error(`hub time has jumped by ${Math.round(passed)} ms`)
}
