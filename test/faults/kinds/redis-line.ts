/**
 * The line between hub and Redis: cut exactly when an append or its answer passes, with answers held back until the hub has stopped
 * waiting for them, or silent for some seconds.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { below } from '../../robot/chance.ts'
import type { Fault } from '../fault.ts'
import { openBehindLine } from '../on-redis.ts'
import { atPiece } from '../pieces.ts'
import { repeatedly } from '../repeated.ts'

/** So long new connections are refused after a cut. */
const goneMs = 300
/** Longer than the hub waits for an answer of Redis. */
const silentMs = 4_000
/** Ten sheets are a few appends, each with its answer. */
const piecesBefore = 3

const open = () => openBehindLine({ appendfsync: 'always' })

export const redisLineCut: Fault = {
  name: 'hub cut off Redis, at an append or its answer',
  runs: { quick: 1, full: 40 },
  run: (scope) =>
    repeatedly(scope, open, ({ proxy }, _crowd, chance) => ({
      comes: () => atPiece(proxy, chance, piecesBefore),
      async heal() {
        await proxy.refuse()
        await pause(below(chance, goneMs))
        await proxy.accept()
      },
    })),
}

export const redisAnswersLate: Fault = {
  name: "Redis' answers held back for 4 s",
  runs: { quick: 0, full: 5 },
  run: (scope) =>
    repeatedly(scope, open, ({ proxy }) => ({
      fall: async () => proxy.hold('down'),
      async heal() {
        await pause(silentMs)
        proxy.release('down')
      },
    })),
}

export const redisSilent: Fault = {
  name: 'no word between hub and Redis for 4 s',
  runs: { quick: 0, full: 5 },
  run: (scope) =>
    repeatedly(scope, open, ({ proxy }) => ({
      fall: async () => proxy.swallow(),
      async heal() {
        await pause(silentMs)
        proxy.mend()
      },
    })),
}
