/** A Redis that stands still for some seconds with every connection open, longer than the hub waits for an answer. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { openOnRedis } from '../on-redis.ts'
import { repeatedly } from '../repeated.ts'

const stoppedMs = 5_000

function stopping(appendfsync: 'always' | 'everysec'): Fault {
  return {
    name: `Redis stopped for 5 s, ${appendfsync}`,
    runs: { quick: 0, full: 3 },
    run: (scope) =>
      repeatedly(
        scope,
        () => openOnRedis({ appendfsync }),
        ({ redis }) => ({
          fall: async () => redis.server.signal('SIGSTOP'),
          async heal() {
            await pause(stoppedMs)
            redis.server.signal('SIGCONT')
          },
        }),
      ),
  }
}

export const redisStoppedAlways = stopping('always')
export const redisStoppedEverysec = stopping('everysec')
