/**
 * One machine with hub and Redis loses its power while judges submit, with `everysec`: what Redis had only received is gone, and no hub
 * knows of it any more. The phones still hold it, and nobody was told that it was recorded.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { openOnRedis, untilRestartMs } from '../on-redis.ts'
import { repeatedly } from '../repeated.ts'

/** By then the MC's cue is on the disk, so that the sheets that come again find their team on stage. */
const untilFlushedMs = 2_500

/** Slow enough that some judges have been told "received" when the power goes. */
const rushMs = 400

export const powerCut: Fault = {
  name: 'hub and Redis killed with its last second, everysec',
  runs: { quick: 3, share: 0.08 },
  run: (scope) =>
    repeatedly(
      scope,
      () => openOnRedis({ appendfsync: 'everysec' }),
      ({ venue, redis }, crowd) => ({
        async prepare() {
          await pause(untilFlushedMs)
          // After a pause Redis flushes its next write at once, and then none for a second.
          await redis.server.ask('SET', 'something-else', '1')
        },
        rushMs,
        async fall() {
          // The phones' receipts lie beyond what the new hub finds.
          crowd.stayingWarnings.add('ledger-behind')
          venue.hub.signal('SIGKILL')
          venue.counts.add('bytes lost by Redis', await redis.cutPower())
        },
        async heal() {
          await pause(untilRestartMs)
          await redis.restart()
        },
        cuts: () => true,
      }),
    ),
}
