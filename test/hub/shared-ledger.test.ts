/** A hub on a ledger that others append to, and that may forget: on a real Redis, where what is lost is really gone. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@bang-diem/server/config.ts'
import { commitsAfter, readAll, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { exportFork } from '@bang-diem/server/ledgers/fork-export.ts'
import { headKey, ledgerKey } from '@bang-diem/server/ledgers/redis/keys.ts'
import { loadContest } from '@bang-diem/server/ledgers/verify.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import type { RedisServer } from '../harness/redis-server.ts'
import { TcpProxy } from '../harness/tcp-proxy.ts'
import { ledgerAt, redisFor } from '../ledger/redis-fixture.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { hubOn, roomOn, tell } from './hub-on.ts'

const patient = { timeout: 10_000 }
const entriesReply = v.array(v.tuple([v.string(), v.array(v.string())]))

function smallContest(): Definition {
  const parsed = parseDefinition(definitionOfThree())
  if (!parsed.ok) throw new Error('the small contest is in order')
  return parsed.definition
}

async function hubAt(server: RedisServer, wall?: number) {
  const ledger = await ledgerAt(server.url)
  const opened = await hubOn(ledger, wall)
  onTestFinished(() => opened.hub.stop())
  return { ...opened, ledger }
}

/** A hub with a contest in which the secretary has written `count` notes. */
async function hubWithNotes(server: RedisServer, count: number) {
  const opened = await hubAt(server)
  const room = await roomOn(opened.hub, smallContest())
  for (const text of texts(count)) await tell(room, 'secretary', { type: 'note', text }, `n${room.state.head.number}`)
  return { ...opened, room }
}

/** Takes the end of a contest's history out of Redis, as a failover to a copy that was behind does. */
async function loseTail(server: RedisServer, contest: string, keep: number): Promise<void> {
  const entries = v.parse(entriesReply, await server.ask('XRANGE', ledgerKey(contest), '-', '+'))
  for (const [id] of entries.slice(keep)) await server.ask('XDEL', ledgerKey(contest), id)
  await server.ask('XSETID', ledgerKey(contest), `${keep}-0`)
  await server.ask('HSET', headKey(contest), 'number', String(keep), 'hash', entries[keep - 1]?.[1][1] ?? '')
}

test('P-60: what one hub appends is in the other, which answers from it and is never behind its time', async () => {
  const server = await redisFor()
  const ahead = Date.now() + 3_600_000
  const one = await hubAt(server, ahead)
  const other = await hubAt(server)
  const room = await roomOn(one.hub, smallContest())
  await expect.poll(() => other.hub.room('hoi-thi'), patient).toBeDefined()
  const theirs = other.hub.room('hoi-thi')
  if (!theirs) throw new RangeError('the other hub has the contest')
  await tell(room, 'secretary', { type: 'note', text: 'một' }, 'n1')
  await expect.poll(() => theirs.state.notes.length, patient).toBe(1)
  expect(theirs.state.head).toEqual(room.state.head)
  expect(other.heard.committed).toEqual([2])
  await tell(theirs, 'secretary', { type: 'note', text: 'hai' }, 'n2')
  await expect.poll(() => room.state.notes.map(({ text }) => text), patient).toEqual(['một', 'hai'])
  expect(theirs.state.at).toBeGreaterThanOrEqual(ahead)
})

test('P-60: P-20: a command that came through one hub is known in the other', async () => {
  const server = await redisFor()
  const one = await hubWithNotes(server, 0)
  const other = await hubAt(server)
  const theirs = other.hub.room('hoi-thi')
  if (!theirs) throw new RangeError('the other hub has the contest')
  const note = { type: 'note', text: 'một lần' } as const
  const answers = await Promise.all([
    tell(one.room, 'secretary', note, 'n'),
    tell(theirs, 'secretary', note, 'n'),
    tell(one.room, 'secretary', note, 'n'),
  ])
  expect(answers.map((answer) => answer.ok && answer.head.number)).toEqual([2, 2, 2])
  await expect.poll(() => one.room.state.notes.length, patient).toBe(1)
})

test('P-61: a tail that the ledger lost is there again, byte for byte, and the contest goes on', async () => {
  const server = await redisFor()
  const { room, ledger } = await hubWithNotes(server, 8)
  const before = await readAll(ledger, 'hoi-thi')
  await loseTail(server, 'hoi-thi', 4)
  expect(await readAll(ledger, 'hoi-thi')).toHaveLength(4)
  await expect.poll(() => readAll(ledger, 'hoi-thi'), patient).toEqual(before)
  await expect.poll(() => room.warnings, patient).toEqual([])
  const next = await tell(room, 'secretary', { type: 'note', text: 'tiếp' }, 'n-tiep')
  expect(next).toMatchObject({ ok: true, head: { number: before.length + 1 } })
  expect((await loadContest(ledger, 'hoi-thi', sha256, () => undefined)).number).toBe(before.length + 1)
})

test('P-61: a Redis that came back empty gets everything again', async () => {
  const server = await redisFor()
  const { room, ledger } = await hubWithNotes(server, 20)
  const before = await readAll(ledger, 'hoi-thi')
  await server.ask('FLUSHALL')
  await expect.poll(() => readAll(ledger, 'hoi-thi'), patient).toEqual(before)
  expect(await server.ask('HGET', headKey('hoi-thi'), 'number')).toBe(String(before.length))
  expect(await server.ask('EXISTS', 'bang-diem:{hoi-thi}:rows:chung-ket')).toBe(1)
  await expect.poll(() => room.warnings, patient).toEqual([])
})

test('P-61: what is asked while the ledger is behind is not accepted, and staff are told', async () => {
  const server = await redisFor()
  const { room } = await hubWithNotes(server, 8)
  await loseTail(server, 'hoi-thi', 4)
  // The hub finds out by this very command: its append does not follow the ledger's head.
  expect(await tell(room, 'secretary', { type: 'note', text: 'lúc này' }, 'n-x')).toEqual({
    ok: false,
    refusal: { code: 'hub-behind', seconds: 2 },
  })
  await expect.poll(() => room.warnings, patient).toEqual([])
  expect(await tell(room, 'secretary', { type: 'note', text: 'lúc này' }, 'n-x')).toMatchObject({ ok: true })
})

test('P-61: two hubs that are both ahead bring the ledger forward together, once', async () => {
  const server = await redisFor()
  const one = await hubWithNotes(server, 8)
  const other = await hubAt(server)
  const before = await readAll(one.ledger, 'hoi-thi')
  await loseTail(server, 'hoi-thi', 3)
  await expect.poll(() => readAll(one.ledger, 'hoi-thi'), patient).toEqual(before)
  for (const { hub, heard } of [one, other]) {
    await expect.poll(() => hub.room('hoi-thi')?.warnings, patient).toEqual([])
    expect(heard.forks).toEqual([])
  }
})

test('P-62: where another chain has gone on, nothing is accepted and both chains are kept', async () => {
  const server = await redisFor()
  const { room, ledger, heard } = await hubWithNotes(server, 8)
  const ours = await readAll(ledger, 'hoi-thi')
  await loseTail(server, 'hoi-thi', 4)
  const head = { number: 4, hash: ours[3]?.hash ?? '' }
  await ledger.append('hoi-thi', head, commitsAfter(head, texts(2), 'khac'))
  await expect.poll(() => heard.forks.length, patient).toBe(1)
  expect(room.warnings).toEqual(['ledger-forked'])
  expect(await tell(room, 'secretary', { type: 'note', text: 'x' }, 'n-x')).toMatchObject({
    refusal: { code: 'hub-behind' },
  })
  const theirs = await readAll(ledger, 'hoi-thi')
  expect(theirs).toHaveLength(6)
  expect(theirs[4]?.hash).not.toBe(ours[4]?.hash)
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-fork-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [fork] = heard.forks
  await exportFork(folder, { ledger, contest: 'hoi-thi', ours: fork?.ours ?? [], at: Date.UTC(2026, 9, 14) })
  const files = (await readdir(join(folder, 'forks'))).sort()
  expect(files).toEqual(['hoi-thi-2026-10-14T00-00-00.000Z-hub.jsonl', 'hoi-thi-2026-10-14T00-00-00.000Z-ledger.jsonl'])
  const [hubFile, ledgerFile] = await Promise.all(files.map((file) => readFile(join(folder, 'forks', file), 'utf8')))
  expect(hubFile).toBe(ours.map(({ line }) => `${line}\n`).join(''))
  expect(ledgerFile).toBe(theirs.map(({ line }) => `${line}\n`).join(''))
})

test('P-65: a ledger that cannot be reached is told to staff, also while nobody asks anything, and so is its coming back', async () => {
  const server = await redisFor()
  const { room } = await hubWithNotes(server, 2)
  await server.kill()
  await expect.poll(() => room.warnings, patient).toEqual(['not-answering'])
  expect(room.medium).toBe('not-answering')
  await server.restart()
  await expect.poll(() => room.warnings, patient).toEqual([])
  expect(await tell(room, 'secretary', { type: 'note', text: 'lại' }, 'n-lai')).toMatchObject({ ok: true })
})

test('P-65: L-16: a Redis that stands still, and a line that swallows everything, are left behind and found again', async () => {
  const server = await redisFor()
  const proxy = await TcpProxy.open({ port: server.port })
  onTestFinished(() => proxy.close())
  const ledger = await ledgerAt(`redis://127.0.0.1:${proxy.port}`)
  const { hub } = await hubOn(ledger)
  onTestFinished(() => hub.stop())
  const room = await roomOn(hub, smallContest())
  const note = (id: string) => tell(room, 'secretary', { type: 'note', text: id }, id)
  for (const [stop, go] of [
    [() => server.signal('SIGSTOP'), () => server.signal('SIGCONT')],
    [() => proxy.swallow(), () => proxy.mend()],
  ] as const) {
    stop()
    await expect.poll(() => room.warnings, patient).toEqual(['not-answering'])
    go()
    await expect.poll(() => room.warnings, patient).toEqual([])
    expect(await note(`n${room.state.head.number}`)).toMatchObject({ ok: true })
  }
})

test('P-63: without the organiser’s key a hub does not start on a Redis', () => {
  expect(readConfig({ REDIS_URL: 'redis://127.0.0.1:6379' })).toEqual({
    ok: false,
    problem: 'ORGANISER_KEY must be set with REDIS_URL: all hubs of a Redis share it',
  })
  expect(readConfig({ REDIS_URL: 'redis://127.0.0.1:6379', ORGANISER_KEY: 'khoa-cua-ban-to-chuc' }).ok).toBe(true)
  expect(readConfig({ REDIS_URL: 'http://127.0.0.1' })).toMatchObject({ ok: false })
})
