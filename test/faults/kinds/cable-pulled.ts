/**
 * The cable to Redis, and the one to the hub, is pulled out for some seconds: in networks of their own, where the kernel loses what is
 * sent. Where nobody may make such networks the row says so; the lines of a proxy are cut there all the same.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Cable, inOwnNetwork, mayLayCables } from '../../harness/cable.ts'
import { startRedis } from '../../harness/redis-server.ts'
import type { Fault, Report, Scope } from '../fault.ts'
import type { Page } from '../page.ts'
import { repeatedly } from '../repeated.ts'
import { Venue } from '../venue.ts'

/** Longer than pages and hub wait for a word. */
const pulledMs = 4_000

export const redisCablePulled: Fault = {
  name: 'cable to Redis pulled for 4 s',
  runs: { quick: 0, full: 5 },
  run: (scope) => withCables(scope, openWithRedisFarAway, () => false),
}

export const hubCablePulled: Fault = {
  name: 'cable to the hub pulled for 4 s',
  runs: { quick: 0, full: 5 },
  run: (scope) => withCables(scope, openFarAway, () => true),
}

interface FarAway {
  readonly venue: Venue
  readonly cable: Cable
}

async function withCables(scope: Scope, open: () => Promise<FarAway>, cuts: (page: Page) => boolean): Promise<Report> {
  if (!mayLayCables()) return notRun
  return repeatedly(scope, open, ({ cable }) => ({
    fall: async () => cable.pull(),
    async heal() {
      await pause(pulledMs)
      cable.putBack()
    },
    cuts,
  }))
}

const notRun: Report = {
  runs: 0,
  counted: 0,
  acknowledged: 0,
  lost: 0,
  duplicated: 0,
  recoveries: [],
  seen: { judge: [], mc: [], hall: [] },
  faults: [],
  note: 'not run: no leave to make networks here',
}

async function openWithRedisFarAway(): Promise<FarAway> {
  const lines = ['bind 0.0.0.0', 'protected-mode no']
  const redis = await startRedis({ lines, through: () => inOwnNetwork })
  const cable = new Cable()
  cable.plug(redis.pid)
  const url = `redis://${cable.farAddress}:${redis.port}`
  const venue = await Venue.open({ redisUrl: url, readRedisAt: async () => url, parts: [redis] })
  return { venue, cable }
}

async function openFarAway(): Promise<FarAway> {
  const cable = new Cable()
  const venue = await Venue.open({
    through: () => inOwnNetwork,
    farAway: { address: cable.farAddress, whenStarted: (pid) => cable.plug(pid) },
  })
  return { venue, cable }
}
