/**
 * Two hubs, of which one stands still while Redis loses its last second and the other hub, killed as well, goes on from what is left. When
 * the first wakes up it holds a chain that nobody continues: it keeps a copy of both for people, begins anew, and phones bring back the rest.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Crowd } from '../crowd.ts'
import type { Fault } from '../fault.ts'
import { openOnRedis, untilRestartMs } from '../on-redis.ts'
import { repeatedly } from '../repeated.ts'
import type { SupervisedHub } from '../supervised-hub.ts'
import { waitUntil } from '../wait.ts'

/** By then the MC's cue is on the disk, so that the sheets that come again find their team on stage. */
const untilFlushedMs = 2_500
/** Slow enough that some judges have been told "received" when the power goes. */
const rushMs = 400

export const fork: Fault = {
  name: 'a chain that nobody continues, everysec',
  runs: { quick: 0, full: 5 },
  run: (scope) =>
    repeatedly(scope, openWithTwo, ({ venue, redis }, crowd) => {
      const [sleeper, other] = venue.hubs
      if (!sleeper || !other) throw new Error('this needs two hubs')
      return {
        async prepare() {
          await pause(untilFlushedMs)
          // After a pause Redis flushes its next write at once, and then none for a second.
          await redis.server.ask('SET', 'something-else', '1')
        },
        rushMs,
        async fall() {
          crowd.stayingWarnings.add('ledger-behind')
          sleeper.signal('SIGSTOP')
          other.signal('SIGKILL')
          venue.counts.add('bytes lost by Redis', await redis.cutPower())
        },
        async heal() {
          await pause(untilRestartMs)
          await redis.restart()
          await waitUntil('the other hub has gone on', () => hasGoneOn(other, crowd))
          sleeper.signal('SIGCONT')
          await waitUntil('the sleeper is there again', () => sleeper.isReady())
        },
        cuts: (page) => page.address === other.url,
      }
    }),
}

async function openWithTwo() {
  const place = await openOnRedis({ appendfsync: 'everysec', hubs: 2 })
  const { hubs } = place.venue
  place.venue.toldLast.push(() => `files of chains kept: ${hubs.reduce((sum, hub) => sum + chainsKept(hub), 0)}`)
  return place
}

/** Its own pages are back and have brought back what it had forgotten. */
function hasGoneOn({ url }: SupervisedHub, { phones }: Crowd): boolean {
  const own = phones.filter(({ page }) => page.address === url)
  return own.length > 0 && own.every(({ page, isDrained }) => page.connection.status === 'live' && isDrained)
}

function chainsKept({ folder }: SupervisedHub): number {
  const forks = join(folder, 'forks')
  return existsSync(forks) ? readdirSync(forks).length : 0
}
