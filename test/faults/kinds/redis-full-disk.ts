/**
 * The disk of Redis runs full while judges submit, with `everysec`, and has room again later. What Redis takes meanwhile it cannot keep:
 * no lamp may call it recorded before there is room.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startRedis } from '../../harness/redis-server.ts'
import { chooseDisk } from '../disk.ts'
import type { Fault } from '../fault.ts'
import { repeatedly } from '../repeated.ts'
import { Venue } from '../venue.ts'

/** Longer than Redis takes to notice, and than a flush would take. */
const fullMs = 4_000
/** Starting and letting everybody in takes some 30 writes to the file. */
const failing = { file: 'appendonlydir/appendonly.aof.1.incr.aof', call: 'write', when: '32..40' }

export const redisFullDisk: Fault = {
  name: 'full disk of Redis for 4 s, everysec',
  runs: { quick: 0, full: 3 },
  run: (scope) =>
    repeatedly(scope, openOnSmallDisk, ({ venue, disk, redis, small }, crowd) => ({
      prepare: async () => disk.fill(redis.pid, small),
      fall: async () => undefined,
      async heal() {
        await pause(fullMs)
        const early = crowd.phones.filter(({ lamp }) => lamp === 'recorded')
        disk.empty(redis.pid, small)
        venue.notes.push(disk.medium)
        if (early.length > 0) throw new Error(`${early.length} lamps said recorded of what a full disk cannot keep`)
      },
    })),
}

async function openOnSmallDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-redis-disk-'))
  const small = join(folder, 'small')
  await mkdir(small)
  const disk = chooseDisk(failing)
  const redis = await startRedis({
    folder,
    appendfsync: 'everysec',
    lines: [`dir ${small}`, 'auto-aof-rewrite-percentage 0'],
    through: () => disk.through(small),
  })
  const removing = { stop: () => rm(folder, { recursive: true, force: true }) }
  const venue = await Venue.open({ redisUrl: redis.url, readRedisAt: async () => redis.url, parts: [redis, removing] })
  return { venue, disk, redis, small }
}
