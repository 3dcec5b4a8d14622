/** How documents are made: one after the other, away from everything else, from one moment, within bounds. */
import { documentLimits } from '@bang-diem/server/documents/document-limits.ts'
import { makeDocument } from '@bang-diem/server/documents/making.ts'
import type { Order } from '@bang-diem/server/documents/messages.ts'
import { OneAtATime } from '@bang-diem/server/documents/one-at-a-time.ts'
import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { longHistory } from '../bench/history.ts'
import { childrenOf, residentBytes } from '../bench/processes.ts'
import { join } from '../robot/api.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { contest, type Live, startLive } from './live.ts'

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 60_000 })

const nobody = new AbortController().signal

describe('W-14: one at a time', () => {
  /** A task that ends when it is told to. */
  function open() {
    let hasBegun = false
    let end: (outcome: string) => void = () => undefined
    const ended = new Promise<string>((resolve) => {
      end = resolve
    })
    const task = () => {
      hasBegun = true
      return ended
    }
    return { task, end, hasBegun: () => hasBegun }
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  test('W-14: the next begins when the one before has ended, also when that failed', async () => {
    const turns = new OneAtATime(8)
    const [first, second] = [open(), open()]
    const failing = turns.run(async () => {
      throw new Error(await first.task())
    }, nobody)
    const next = turns.run(second.task, nobody)
    await settled()
    expect(second.hasBegun()).toBe(false)
    first.end('broken')
    await expect(failing).rejects.toThrow('broken')
    second.end('made')
    expect(await next).toBe('made')
  })

  test('W-14: who finds no place is told so, and who goes away gives the place up', async () => {
    const turns = new OneAtATime(1)
    const [first, second, third] = [open(), open(), open()]
    const leaving = new AbortController()
    const running = turns.run(first.task, nobody)
    const waiting = turns.run(second.task, leaving.signal)
    expect(await turns.run(third.task, nobody)).toBe('full')
    leaving.abort()
    expect(await waiting).toBe('gone')
    expect(await turns.run(third.task, leaving.signal)).toBe('gone')
    const last = turns.run(third.task, nobody)
    first.end('one')
    third.end('three')
    expect(await Promise.all([running, last])).toEqual(['one', 'three'])
    expect(second.hasBegun()).toBe(false)
  })
})

describe('from the lines of a ledger', () => {
  const commits = [...longHistory('lon', 1002, 200)].flat()
  const ledgerOf = (stored: readonly StoredCommit[]) => ({
    async *read() {
      for (let at = 0; at < stored.length; at += 100) yield stored.slice(at, at + 100)
    },
  })
  const orderUpTo = ({ number, hash }: StoredCommit | undefined = { number: 0, hash: '', line: '' }): Order => ({
    contest: 'lon',
    head: { number, hash },
    kind: 'score-sheets',
    format: 'pdf',
    stage: 'chung-ket',
    round: 'phan-thi-1',
    team: 'doi-1',
    judge: 'gk-1',
    number: null,
    papers: { letterhead: 'plain' },
    language: 'vi',
    printedAt: 0,
    publicUrl: 'http://hub.test',
    links: {},
  })
  const made = (order: Order, stored = commits, limits = {}, gone = nobody) =>
    makeDocument(
      order,
      { ledger: ledgerOf(stored), timers: realTimers, limits: { ...documentLimits, ...limits } },
      gone,
    )

  test('W-13: a document is made from what was there when it was asked for, and not from what came later', async () => {
    expect(await made(orderUpTo(commits.at(-1)))).toMatchObject({ come: 'document' })
    expect(await made(orderUpTo(commits[1]))).toMatchObject({ come: 'lacking', lacks: [{ code: 'sheets-missing' }] })
  })

  test('W-13: nothing is made from a chain that does not prove itself, from another one, or from a part of it', async () => {
    const changed = commits.map((commit, at) => (at === 500 ? { ...commit, line: `${commit.line} ` } : commit))
    await expect(made(orderUpTo(commits.at(-1)), changed)).rejects.toThrow('commit 501')
    await expect(made({ ...orderUpTo(commits.at(-1)), head: { number: 1002, hash: '0' } })).rejects.toThrow(
      'commit 1002',
    )
    await expect(made(orderUpTo(commits.at(-1)), commits.slice(0, 900))).rejects.toThrow('unavailable')
  })

  test.each([
    ['leaves', { leaves: 0 }],
    ['time', { makingMs: 1 }],
    ['memory', { megabytes: 32 }],
  ])('W-12: a document that takes too much %s is refused whole', async (_, limits) => {
    expect(await made({ ...orderUpTo(commits.at(-1)), judge: null }, commits, limits)).toEqual({
      come: 'too-large',
    })
  })

  test('W-14: nothing is made for who has gone, and nothing of it goes on', async () => {
    const leaving = new AbortController()
    const making = made(orderUpTo(commits.at(-1)), commits, {}, leaving.signal)
    leaving.abort()
    expect(await making).toBe('gone')
    expect(childrenOf(process.pid)).toEqual([])
  })
})

describe('at a hub', () => {
  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at + 1}`, name: `${prefix} ${at + 1}` }))
  /** Whose blank sheets are some hundred pages. */
  const wide = { ...definitionOfThree(), teams: many(24, 'd'), judges: many(9, 'gk') }

  async function startWide() {
    const live = await startLive(wide)
    onTestFinished(() => live.close())
    const headers = { authorization: `Bearer ${live.hub.organiserKey}`, 'accept-language': 'en' }
    const path = `${live.hub.url}/api/contests/${contest}/documents/score-sheets-blank.pdf?round=chao-hoi`
    const ask = (query = '', signal: AbortSignal = nobody) => fetch(`${path}${query}`, { headers, signal })
    return { live, ask }
  }

  test('W-14: commands are answered while a long document is made, and a place in the queue is given up', async () => {
    const { live, ask } = await startWide()
    const page = await live.page(live.links.secretary)
    let isMaking = true
    const long = ask().finally(() => {
      isMaking = false
    })
    await page.must({ type: 'note', text: 'một' })
    const leaving = new AbortController()
    const more = Array.from({ length: documentLimits.waiting + 1 }, () => ask('&team=d1&judge=gk1', leaving.signal))
    const abandoned = Promise.allSettled(more)
    const full = await Promise.race(more)
    expect(full.status).toBe(429)
    expect(await full.json()).toMatchObject({ code: 'too-many-requests', seconds: documentLimits.retrySeconds })
    await page.must({ type: 'note', text: 'hai' })
    leaving.abort()
    await abandoned
    await page.must({ type: 'note', text: 'ba' })
    expect(isMaking).toBe(true)
    const next = ask('&team=d1&judge=gk1')
    expect((await long).status).toBe(200)
    expect((await next).status).toBe(200)
  })

  /** The program that makes a document for that hub, once it has begun. */
  async function programOf({ hub }: Live): Promise<number> {
    const programs = () => (hub.child.pid === undefined ? [] : childrenOf(hub.child.pid))
    await expect.poll(() => programs().length, { timeout: 10_000, interval: 20 }).toBe(1)
    return programs()[0] ?? Number.NaN
  }

  test.each([
    ['crashes', 'SIGSEGV', 500, 'hub-fault'],
    ['is ended by a system without memory', 'SIGKILL', 422, 'document-too-large'],
  ] as const)('W-14: a program that %s costs one document', async (_, signal, status, code) => {
    const { live, ask } = await startWide()
    const lost = ask()
    process.kill(await programOf(live), signal)
    const answer = await lost
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status, code })
    if (status === 500) expect(live.hub.printed()).toContain('SIGSEGV')
    expect((await ask('&team=d1&judge=gk1')).status).toBe(200)
  })

  test('W-14: a hub that is killed takes with it what it was having made', async () => {
    const { live, ask } = await startWide()
    const lost = Promise.allSettled([ask()])
    const program = await programOf(live)
    // By then it lays out pages, which lets nothing else in its thread come about.
    await expect.poll(() => residentBytes(program), { timeout: 20_000 }).toBeGreaterThan(150e6)
    await live.hub.kill()
    await lost
    await expect.poll(() => residentBytes(program), { timeout: 2000, interval: 20 }).toBe(0)
  })

  test('P-28 W-14: a hub that is asked to end while a document is made ends, and the one who waits is let go', async () => {
    const { live, ask } = await startWide()
    const { session } = await join(live.hub.url, live.links.secretary)
    const waiting = Promise.allSettled([ask(), ask()])
    await (await live.pageWith(session)).must({ type: 'note', text: 'xin tắt máy' })
    await live.hub.stop()
    expect(live.hub.child.exitCode).toBe(0)
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
