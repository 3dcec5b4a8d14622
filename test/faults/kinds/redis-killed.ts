/** The power of Redis is cut: what it had not flushed is gone, and it is started again a moment later. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { type OnRedisSettings, openOnRedis, untilRestartMs } from '../on-redis.ts'
import { repeatedly } from '../repeated.ts'

function cuttingPower(name: string, runs: Fault['runs'], settings: OnRedisSettings): Fault {
  return {
    name,
    runs,
    run: (scope) =>
      repeatedly(
        scope,
        () => openOnRedis(settings),
        ({ venue, redis }) => ({
          async fall() {
            venue.counts.add('bytes lost by Redis', await redis.cutPower())
          },
          async heal() {
            await pause(untilRestartMs)
            await redis.restart()
          },
        }),
      ),
  }
}

export const redisKilledAlways = cuttingPower(
  'Redis killed, always',
  { quick: 0, share: 0.15 },
  { appendfsync: 'always' },
)
export const redisKilledEverysec = cuttingPower(
  'Redis killed with its last second, everysec',
  { quick: 3, share: 0.1 },
  {
    appendfsync: 'everysec',
  },
)
export const redisKilledTwoHubs = cuttingPower(
  'Redis killed under two hubs, always',
  { quick: 0, share: 0.1 },
  {
    appendfsync: 'always',
    hubs: 2,
  },
)
