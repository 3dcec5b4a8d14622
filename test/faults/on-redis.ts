/** Venues on one Redis that can be killed: hubs straight on it, or behind a line that can be cut. */
import { TcpProxy } from '../harness/tcp-proxy.ts'
import { ForgetfulRedis } from './forgetful-redis.ts'
import { Venue } from './venue.ts'

export interface OnRedisSettings {
  readonly appendfsync: 'always' | 'everysec'
  readonly hubs?: 1 | 2
}

/** As long as whoever watches over a Redis takes to start it again. */
export const untilRestartMs = 300

export async function openOnRedis({ appendfsync, hubs = 1 }: OnRedisSettings) {
  const redis = await ForgetfulRedis.start(appendfsync)
  const { url } = redis.server
  const venue = await Venue.open({ hubs, redisUrl: url, readRedisAt: async () => url, parts: [redis] })
  return { venue, redis }
}

/** The line between the hub and Redis can be cut. */
export async function openBehindLine({ appendfsync }: OnRedisSettings) {
  const redis = await ForgetfulRedis.start(appendfsync)
  const { port, url } = redis.server
  const proxy = await TcpProxy.open({ port })
  const venue = await Venue.open({
    redisUrl: `redis://127.0.0.1:${proxy.port}`,
    readRedisAt: async () => url,
    parts: [{ stop: () => proxy.close() }, redis],
  })
  return { venue, redis, proxy }
}
