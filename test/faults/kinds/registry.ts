/** Every fault of the table, in the order in which they run. */
import type { Fault } from '../fault.ts'
import { hubCablePulled, redisCablePulled } from './cable-pulled.ts'
import { clockJumps, clockJumpsOnRedis } from './clock-jumps.ts'
import { failover } from './failover.ts'
import { fork } from './fork.ts'
import { frozenHub } from './frozen-hub.ts'
import { fullDisk } from './full-disk.ts'
import { hubKilled, hubKilledOnAlways, hubKilledOnEverysec, oneOfTwoKilled } from './hub-killed.ts'
import { phoneCut, phoneSilent } from './phone-cut.ts'
import { powerCut } from './power-cut.ts'
import { redisFullDisk } from './redis-full-disk.ts'
import { redisKilledAlways, redisKilledEverysec, redisKilledTwoHubs } from './redis-killed.ts'
import { redisAnswersLate, redisLineCut, redisSilent } from './redis-line.ts'
import { redisStoppedAlways, redisStoppedEverysec } from './redis-stopped.ts'
import { slowReader } from './slow-reader.ts'

export const faults: readonly Fault[] = [
  hubKilled,
  hubKilledOnAlways,
  hubKilledOnEverysec,
  oneOfTwoKilled,
  redisKilledAlways,
  redisKilledEverysec,
  redisKilledTwoHubs,
  powerCut,
  fork,
  failover,
  redisLineCut,
  redisAnswersLate,
  redisSilent,
  redisStoppedAlways,
  redisStoppedEverysec,
  phoneCut,
  phoneSilent,
  redisCablePulled,
  hubCablePulled,
  frozenHub,
  fullDisk,
  redisFullDisk,
  slowReader,
  clockJumps,
  clockJumpsOnRedis,
]
