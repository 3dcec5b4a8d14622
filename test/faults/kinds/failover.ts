/** The master is killed and Sentinel makes a replica the master; the old one comes back as a replica. Lost by design: what no replica had. */

import type { RedisServer } from '../../harness/redis-server.ts'
import { startSentinel } from '../../harness/sentinel.ts'
import type { Fault } from '../fault.ts'
import { repeatedly } from '../repeated.ts'
import { Venue } from '../venue.ts'
import { waitUntil } from '../wait.ts'

export const failover: Fault = {
  name: 'master killed, failover by Sentinel',
  runs: { quick: 0, share: 0.02 },
  run: (scope) =>
    repeatedly(scope, openOnSentinel, ({ venue, sentinel }) => {
      let master: RedisServer | undefined
      return {
        async prepare() {
          await sentinel.ready()
          master = await sentinel.master()
        },
        async fall() {
          await master?.kill()
        },
        async heal() {
          await waitUntil('there is another master', async () => (await sentinel.master()) !== master)
          venue.counts.add('failovers', 1)
          await master?.restart()
        },
      }
    }),
}

async function openOnSentinel() {
  const sentinel = await startSentinel()
  const venue = await Venue.open({
    redisUrl: sentinel.url,
    readRedisAt: async () => (await sentinel.master()).url,
    parts: [sentinel],
  })
  return { venue, sentinel }
}
