/**
 * Neighbours over a real Redis: who lives, and who is connected where. The hubs here are nothing but their neighbourhood; two whole ones stand
 * in `two-hubs.test.ts`.
 */
import { RedisNeighbours } from '@bang-diem/server/ledgers/redis/neighbours.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import type { Presence } from '@bang-diem/shared/protocol/down.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startCluster } from '../harness/cluster.ts'
import { type RedisServer, startRedis } from '../harness/redis-server.ts'
import { until } from '../link/real-time.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

/** Sooner than the list is read anyway, in ms: it was told. */
const soon = 900

const a = 'http://10.0.0.1:8080'
const b = 'http://10.0.0.2:8080'
const c = 'http://10.0.0.3:8080'
const contest = 'hoi-thi'

let redis: RedisServer
const opened: RedisNeighbours[] = []
let ids = 0

beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())
beforeEach(async () => {
  await redis.ask('FLUSHALL')
})
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function hub(url: string): Promise<RedisNeighbours> {
  const neighbours = begin(url, redis.url)
  await listed(url)
  return neighbours
}

function begin(url: string, at: string): RedisNeighbours {
  const id = `hub-${++ids}`
  const monotonic = () => performance.now()
  const neighbours = new RedisNeighbours({ url, id, redis: at, timers: realTimers, monotonic })
  opened.push(neighbours)
  return neighbours
}

/** It stands in the register. */
async function listed(url: string): Promise<void> {
  while ((await redis.ask('ZSCORE', 'bang-diem:hubs', url)) === null) await pause(10)
}

/** An entry that is renewed no more, as a hub leaves it that was killed. Redis has this machine's clock. */
async function leaveBehind(url: string): Promise<void> {
  await redis.ask('ZADD', 'bang-diem:hubs', String(Date.now() + 3_000), url)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const present = (audience: number): Presence => ({ seats: {}, screens: [], audience, warnings: [] })

/** What each other hub has told last of the contest. */
function presenceAt(neighbours: RedisNeighbours): Map<string, Presence> {
  const heard = new Map<string, Presence>()
  neighbours.onPresence((from, _, presence) => (presence ? heard.set(from, presence) : heard.delete(from)))
  return heard
}

test('P-51: a hub that begins or stops is known to the others at once', async () => {
  const [first, second] = [await hub(a), await hub(b)]
  await until(() => second.hubs().length === 2)
  expect(second.hubs()).toEqual([b, a])
  expect(await until(() => first.hubs().length === 2)).toBeLessThan(soon)
  let changes = 0
  first.onHubs(() => {
    changes += 1
  })
  const third = await hub(c)
  await until(() => changes === 1)
  expect(first.hubs()).toEqual([a, b, c])
  await third.close()
  expect(await until(() => first.hubs().length === 2)).toBeLessThan(soon)
  expect(third.hubs()).toEqual([a, b])
  expect(changes).toBe(2)
})

test('P-51: each names itself first and then the others in one round, so that not all pages go to the same', async () => {
  const [first, second, third] = [await hub(a), await hub(b), await hub(c)]
  await until(() => [first, second, third].every((each) => each.hubs().length === 3))
  expect([first.hubs(), second.hubs(), third.hubs()]).toEqual([
    [a, b, c],
    [b, c, a],
    [c, a, b],
  ])
})

test('P-51: a hub that dies without a word is off the list by itself', async () => {
  await redis.ask('ZADD', 'bang-diem:hubs', '1', c)
  const first = await hub(a)
  expect(first.hubs()).toEqual([a])
  await leaveBehind(b)
  await until(() => first.hubs().length === 2)
  await until(() => first.hubs().length === 1)
})

test('P-51: while Redis is away the last list stays, and afterwards everything goes on by itself', async () => {
  const [first, second] = [await hub(a), await hub(b)]
  await until(() => first.hubs().length === 2)
  const heard = presenceAt(first)
  await redis.kill()
  second.tell(contest, present(7))
  await pause(6_000)
  expect(first.hubs()).toEqual([a, b])
  await redis.restart()
  await until(() => heard.size === 1)
  const third = await hub(c)
  await until(() => [first, second, third].every((each) => each.hubs().length === 3))
  expect(third.hubs()).toEqual([c, a, b])
})

test('P-51: a hub stops within a second although Redis is away', async () => {
  const first = await hub(a)
  redis.signal('SIGSTOP')
  const began = performance.now()
  await first.close()
  redis.signal('SIGCONT')
  // Long before a command to it would be given up.
  expect(performance.now() - began).toBeLessThan(2_500)
})

test('P-52: what one hub tells of who is connected the others hear at once, and a hub that begins later within 3 s', async () => {
  const [first, second] = [await hub(a), await hub(b)]
  const heard = presenceAt(first)
  await everybodyListens(2)
  second.tell(contest, present(3))
  expect(await until(() => [...heard.values()][0]?.audience === 3)).toBeLessThan(soon)
  second.tell(contest, present(4))
  await until(() => [...heard.values()][0]?.audience === 4)
  const late = presenceAt(await hub(c))
  await until(() => [...late.values()][0]?.audience === 4)
})

test('P-52: a hub that stops takes its part back, and one that falls silent is forgotten after 5 s', async () => {
  const [first, second] = [await hub(a), await hub(b)]
  const heard = presenceAt(first)
  await everybodyListens(2)
  second.tell(contest, present(3))
  await until(() => heard.size === 1)
  await second.close()
  expect(await until(() => heard.size === 0)).toBeLessThan(soon)
  const told = { hub: 'one-that-dies', contest, presence: present(9) }
  await redis.ask('PUBLISH', 'bang-diem:presence', JSON.stringify(told))
  await until(() => heard.get('one-that-dies')?.audience === 9)
  await redis.ask('PUBLISH', 'bang-diem:presence', 'what no hub writes')
  const ms = await until(() => heard.size === 0)
  expect(ms).toBeGreaterThan(4_000)
})

test('P-51, P-52: hubs of a cluster know each other and who is connected as well', async () => {
  const cluster = await startCluster()
  onTestFinished(() => cluster.stop())
  const [first, second] = [begin(a, cluster.url), begin(b, cluster.url)]
  await until(() => first.hubs().length === 2 && second.hubs().length === 2)
  const heard = presenceAt(first)
  second.tell(contest, present(3))
  await until(() => [...heard.values()][0]?.audience === 3)
  await second.close()
  await until(() => first.hubs().length === 1 && heard.size === 0)
  await first.close()
})

async function everybodyListens(hubs: number): Promise<void> {
  for (;;) {
    const answer = await redis.ask('PUBSUB', 'NUMSUB', 'bang-diem:presence')
    if (Array.isArray(answer) && Number(answer[1]) === hubs) return
    await pause(20)
  }
}
