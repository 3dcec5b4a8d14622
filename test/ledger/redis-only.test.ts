/** What only the ledger in Redis promises. Each test has a Redis of its own. */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import {
  appendNext,
  commitsAfter,
  headAfter,
  readAll,
  start,
  texts,
} from '@bang-diem/server/ledgers/contract/samples.ts'
import { LedgerUnavailable, LedgerUnfit } from '@bang-diem/server/ledgers/errors.ts'
import { unfitnessOf } from '@bang-diem/server/ledgers/redis/condition.ts'
import { bellChannel, headKey, ledgerKey } from '@bang-diem/server/ledgers/redis/keys.ts'
import { openRedisLedger } from '@bang-diem/server/ledgers/redis/open.ts'
import { limits } from '@bang-diem/server/limits.ts'
import * as v from 'valibot'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startCluster } from '../harness/cluster.ts'
import { freePort } from '../harness/free-port.ts'
import { startSentinel } from '../harness/sentinel.ts'
import { TcpProxy } from '../harness/tcp-proxy.ts'
import { linesOf, startProgram } from './program.ts'
import { ledgerAt, redisFor, tlsLines, watchFlushesOf } from './redis-fixture.ts'

const contest = 'dan-van-kheo-2026'

/** A ledger whose connections go through a proxy that can hold them back and cut them. */
async function behindProxy() {
  const server = await redisFor()
  const proxy = await TcpProxy.open({ port: server.port })
  onTestFinished(() => proxy.close())
  return { server, proxy, ledger: await ledgerAt(`redis://127.0.0.1:${proxy.port}`) }
}

/** Sends bytes over a connection of their own; answers what came back by the time the server had nothing more to say. */
async function deliver(port: number, bytes: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (piece) => {
    answer += String(piece)
  })
  socket.write(bytes)
  await expect.poll(() => answer).not.toBe('')
  socket.destroy()
  return answer
}

describe('an append that arrives late', () => {
  test('L-40: L-15: once it was read back as not written, its bytes are refused whenever they come', async () => {
    const { server, proxy, ledger } = await behindProxy()
    const old = await appendNext(ledger, contest, texts(2))
    const late: Buffer[] = []
    proxy.watch((direction, bytes) => {
      if (direction === 'down' || !bytes.includes('evalsha')) return 'pass'
      late.push(bytes)
      return 'cut'
    })
    const fresh = commitsAfter(headAfter(old), texts(3))
    await expect(ledger.append(contest, headAfter(old), fresh)).rejects.toMatchObject({ outcome: 'unknown' })
    proxy.watch()
    expect(await readAll(ledger, contest, 2)).toEqual([])
    expect(await deliver(server.port, Buffer.concat(late))).toContain('fenced')
    expect(await readAll(ledger, contest)).toEqual(old)
    await ledger.append(contest, headAfter(old), fresh)
    expect(await readAll(ledger, contest)).toEqual([...old, ...fresh])
  })
})

describe('what is said of an append', () => {
  test('L-41: flushed always and without replicas, it is durable at once', async () => {
    const ledger = await ledgerAt((await redisFor({ appendfsync: 'always' })).url)
    const head = start(contest)
    expect(await ledger.append(contest, head, commitsAfter(head, texts(1)))).toBe('durable')
    await ledger.flushed()
    expect(ledger.warnings).toEqual([])
  })

  test('L-41: flushed every second, it is received, and durable only after Redis has flushed', async () => {
    const server = await redisFor({ appendfsync: 'everysec' })
    const ledger = await ledgerAt(server.url)
    const isFlushed = await watchFlushesOf(server.pid)
    for (let round = 0; round < 3; round += 1) {
      const head = await ledger.head(contest)
      expect(await ledger.append(contest, head, commitsAfter(head, texts(1)))).toBe('received')
      await ledger.flushed()
      expect(await isFlushed()).toBe(true)
    }
    expect(ledger.warnings).toEqual([])
  })

  test('L-41: a Redis that keeps nothing never says durable, and staff are told', async () => {
    const ledger = await ledgerAt((await redisFor({ appendonly: false })).url)
    const head = start(contest)
    expect(await ledger.append(contest, head, commitsAfter(head, texts(1)))).toBe('received')
    expect(ledger.warnings).toEqual(['ledger-not-persisting'])
    const flushed = ledger.flushed().then(
      () => 'flushed',
      () => 'closed',
    )
    expect(await Promise.race([flushed, pause(3000, 'waits')])).toBe('waits')
    await ledger.close()
    expect(await flushed).toBe('closed')
  })
})

describe('the bell', () => {
  test('L-20: who listens does so again after any connection, also when it broke off in the middle of asking to', async () => {
    const { server, proxy, ledger } = await behindProxy()
    const listeners = async () =>
      v.parse(v.tuple([v.string(), v.number()]), await server.ask('PUBSUB', 'NUMSUB', bellChannel(contest)))
    let cuts = 0
    proxy.watch((direction, bytes) => {
      if (direction === 'down' || cuts > 0 || !bytes.includes('subscribe')) return 'pass'
      cuts += 1
      return 'cut'
    })
    ledger.follow(contest, 0, () => undefined)
    await expect.poll(listeners, { timeout: 10_000 }).toEqual([bellChannel(contest), 1])
    expect(cuts).toBe(1)
    expect(await server.ask('CLIENT', 'KILL', 'TYPE', 'pubsub')).toBe(1)
    await expect.poll(listeners, { timeout: 10_000 }).toEqual([bellChannel(contest), 1])
  })
})

describe('where a ledger cannot live', () => {
  test('L-42: a replica is refused', async () => {
    const master = await redisFor()
    const replica = await redisFor({ replicaOf: master })
    await expect(openRedisLedger({ url: replica.url, limits: limits.ledger })).rejects.toMatchObject({
      reason: 'read-only',
    })
  })

  test('L-42: one that throws keys away is refused, one that says no instead is not', async () => {
    const server = await redisFor({ lines: ['maxmemory 100mb', 'maxmemory-policy allkeys-lru'] })
    const opening = openRedisLedger({ url: server.url, limits: limits.ledger })
    await expect(opening).rejects.toBeInstanceOf(LedgerUnfit)
    await expect(opening).rejects.toMatchObject({ reason: 'evicting' })
    await server.ask('CONFIG', 'SET', 'maxmemory-policy', 'noeviction')
    await ledgerAt(server.url)
  })

  test('L-42: versions before 7.0 are refused', () => {
    const told = (version: string) => `redis_version:${version}\r\nrole:master\r\nmaxmemory:0\r\n`
    for (const old of ['2.8.24', '6.2.14', '6.9.99']) expect(unfitnessOf(told(old))).toBe('too-old')
    for (const fine of ['7.0.0', '7.0.15', '7.2.4', '8.0.1', '10.0.0']) expect(unfitnessOf(told(fine))).toBeUndefined()
  })

  test('L-42: nobody there is said as such, and not waited for without end', async () => {
    const server = await redisFor()
    await server.stop()
    await expect(openRedisLedger({ url: server.url, limits: limits.ledger, patienceMs: 500 })).rejects.toMatchObject({
      name: 'LedgerUnavailable',
      reason: 'not-answering',
    })
  })
})

describe('a Redis without memory', () => {
  test('L-43: an append that does not fit is refused whole, and works when there is room', async () => {
    const server = await redisFor()
    const ledger = await ledgerAt(server.url)
    const old = await appendNext(ledger, contest, texts(3))
    await server.ask('CONFIG', 'SET', 'maxmemory', '1mb')
    const fresh = commitsAfter(headAfter(old), texts(500))
    const refused = ledger.append(contest, headAfter(old), fresh)
    await expect(refused).rejects.toBeInstanceOf(LedgerUnavailable)
    await expect(refused).rejects.toMatchObject({ reason: 'out-of-memory', outcome: 'none' })
    expect(await readAll(ledger, contest)).toEqual(old)
    await server.ask('CONFIG', 'SET', 'maxmemory', '0')
    await ledger.append(contest, headAfter(old), fresh)
    expect(await readAll(ledger, contest)).toEqual([...old, ...fresh])
  })
})

describe('other shapes of Redis', () => {
  test('L-44: on a cluster each contest lies on one node, and all are listed, followed and read', async () => {
    const cluster = await startCluster()
    onTestFinished(() => cluster.stop())
    const [ledger, other] = [await ledgerAt(cluster.url), await ledgerAt(cluster.url)]
    const contests = Array.from({ length: 12 }, (_, index) => `hoi-thi-${index + 10}`)
    const seen = new Map<string, number[]>(contests.map((each) => [each, []]))
    for (const [each, numbers] of seen) {
      other.follow(each, 0, (commits) => numbers.push(...commits.map(({ number }) => number)))
    }
    const written = await Promise.all(contests.map((each) => appendNext(ledger, each, texts(5))))
    expect(await other.contests()).toEqual(contests)
    for (const [index, each] of contests.entries()) {
      expect(await readAll(other, each)).toEqual(written[index])
      await expect.poll(() => seen.get(each), { timeout: 5000 }).toEqual([1, 2, 3, 4, 5])
    }
    const shares = await Promise.all(cluster.servers.map((server) => server.ask('DBSIZE')))
    expect(shares.every((keys) => Number(keys) > 0)).toBe(true)
  })

  test('L-44: L-14: when Sentinel makes a replica master, everything that was said to be durable is there', async () => {
    const sentinel = await startSentinel()
    onTestFinished(() => sentinel.stop())
    const ledger = await ledgerAt(sentinel.url)
    let durable = 0
    let head = start(contest)
    const append = async (text: string) => {
      const [commit] = commitsAfter(head, [text])
      if (!commit) throw new RangeError('one commit is there')
      const kept = await ledger.append(contest, head, [commit])
      head = headAfter([commit])
      if (kept === 'durable') durable = head.number
    }
    for (const text of texts(20)) await append(text)
    expect(durable).toBe(20)
    await (await sentinel.master()).kill()
    const begun = performance.now()
    for (;;) {
      try {
        head = await ledger.head(contest)
        await append('sau khi đổi máy chính')
        break
      } catch (error) {
        if (!(error instanceof LedgerUnavailable)) throw error
        expect(performance.now() - begun).toBeLessThan(40_000)
        await pause(100)
      }
    }
    const lines = await readAll(ledger, contest)
    expect(lines.length).toBeGreaterThanOrEqual(21)
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1))
  })

  test('L-44: over TLS, with a certificate that is proved', async () => {
    const { authority, lines } = await tlsLines()
    const port = await freePort()
    const server = await redisFor({ lines: [`tls-port ${port}`, ...lines] })
    const append = (address: string) =>
      startProgram(
        new URL('./appender.ts', import.meta.url),
        [address, contest, '2'],
        ['env', `NODE_EXTRA_CA_CERTS=${authority}`],
      )
    const trusted = append(`rediss://localhost:${port}`)
    const numbers: number[] = []
    for await (const line of linesOf(trusted)) {
      numbers.push(Number(line))
      if (numbers.length === 3) trusted.kill('SIGKILL')
    }
    expect(numbers.slice(0, 3)).toEqual([2, 4, 6])
    expect((await readAll(await ledgerAt(server.url), contest)).length).toBeGreaterThanOrEqual(6)
    // Without the authority nobody vouches for the certificate, and nothing is sent.
    await expect(
      openRedisLedger({ url: `rediss://localhost:${port}`, limits: limits.ledger, patienceMs: 1000 }),
    ).rejects.toBeInstanceOf(LedgerUnavailable)
  })

  test('L-45: a list of contests that was lost is mended from the keys', async () => {
    const server = await redisFor()
    const ledger = await ledgerAt(server.url)
    await appendNext(ledger, contest, texts(1))
    await server.ask('DEL', 'bang-diem:contests')
    expect(await (await ledgerAt(server.url)).contests()).toEqual([contest])
  })

  test('L-46: entries are commits under their numbers, beside them the head', async () => {
    const server = await redisFor()
    const [first, second] = await appendNext(await ledgerAt(server.url), contest, ['một', 'hai'])
    expect(await server.ask('XRANGE', ledgerKey(contest), '-', '+')).toEqual([
      ['1-0', ['hash', first?.hash, 'line', first?.line]],
      ['2-0', ['hash', second?.hash, 'line', second?.line]],
    ])
    expect(await server.ask('HGETALL', headKey(contest))).toEqual(['number', '2', 'hash', second?.hash])
  })
})
