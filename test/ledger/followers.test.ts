/** The moments in following that a real ledger reaches too seldom to be tested there, with a read that the test holds back. */
import { commitsAfter, start, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import { Followers } from '@bang-diem/server/ledgers/followers.ts'
import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'

const contest = 'dan-van-kheo-2026'
const all = commitsAfter(start(contest), texts(10))
const retryMs = 1000

/** A ledger that has the first `length` commits; a read takes its look at once and answers when the test lets it. */
class SlowLedger {
  length = 0
  fault: LedgerUnavailable | undefined
  #release: (() => void)[] = []

  async *read(_contest: string, after: number): AsyncGenerator<readonly StoredCommit[]> {
    const seen = all.slice(after, this.length)
    const fault = this.fault
    await new Promise<void>((resolve) => this.#release.push(resolve))
    if (fault) throw fault
    if (seen.length > 0) yield seen
  }

  get waiting(): number {
    return this.#release.length
  }

  /** Lets every read answer that waits now, and what follows from it happen. */
  async answer(): Promise<void> {
    for (const release of this.#release.splice(0)) release()
    await vi.advanceTimersByTimeAsync(0)
  }
}

let ledger: SlowLedger
let followers: Followers
let seen: number[]

function follow(after: number): () => void {
  return followers.add(contest, after, (commits) => seen.push(...commits.map(({ number }) => number)))
}

/** Commits `from` to `to` become durable. */
function append(from: number, to: number): void {
  ledger.length = to
  followers.appended(contest, all.slice(from - 1, to))
}

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  ledger = new SlowLedger()
  followers = new Followers((name, after) => ledger.read(name, after), retryMs)
  seen = []
})

test('L-20: what is appended between the last look and its answer is not missed', async () => {
  ledger.length = 3
  follow(0)
  append(4, 5)
  expect(seen).toEqual([])
  await ledger.answer()
  expect(seen).toEqual([1, 2, 3])
  await ledger.answer()
  expect(seen).toEqual([1, 2, 3, 4, 5])
})

test('L-20: a follower that is up to date gets commits from memory, without a read', async () => {
  follow(0)
  await ledger.answer()
  append(1, 2)
  append(3, 3)
  expect(seen).toEqual([1, 2, 3])
  expect(ledger.waiting).toBe(0)
})

test('L-20: a gap before what was appended is read first', async () => {
  follow(0)
  await ledger.answer()
  append(3, 4)
  expect(seen).toEqual([])
  await ledger.answer()
  expect(seen).toEqual([1, 2, 3, 4])
})

test('L-20: a follower whose read meets a fault waits, reads again and misses nothing', async () => {
  ledger.length = 2
  ledger.fault = new LedgerUnavailable('input-output', 'none', 'test')
  follow(0)
  await ledger.answer()
  append(3, 3)
  followers.recheck(contest)
  expect(ledger.waiting).toBe(0)
  ledger.fault = undefined
  await vi.advanceTimersByTimeAsync(retryMs)
  await ledger.answer()
  expect(seen).toEqual([1, 2, 3])
})

test('L-20: a recheck finds commits whose answer was lost', async () => {
  follow(0)
  await ledger.answer()
  ledger.length = 2
  followers.recheck(contest)
  await ledger.answer()
  expect(seen).toEqual([1, 2])
})

test('L-19, L-20: stopped followers hear nothing, read nothing and leave no timer behind', async () => {
  const stop = follow(0)
  ledger.length = 2
  stop()
  await ledger.answer()
  append(3, 3)
  ledger.fault = new LedgerUnavailable('input-output', 'none', 'test')
  follow(0)
  follow(0)
  await ledger.answer()
  expect(vi.getTimerCount()).toBe(2)
  followers.stopAll()
  append(4, 4)
  expect(vi.getTimerCount()).toBe(0)
  expect(ledger.waiting).toBe(0)
  expect(seen).toEqual([])
})
