/** The contract of following: each commit once and in order, whenever the follower came. */
import { expect, test } from 'vitest'
import type { StoredCommit } from '../ledger.ts'
import { type LedgerHarness, ledgerOf } from './harness.ts'
import { appendNext, readAll, texts } from './samples.ts'

const contest = 'dan-van-kheo-2026'

function upTo(count: number, from = 1): number[] {
  return Array.from({ length: count - from + 1 }, (_, index) => from + index)
}

export function following(harness: LedgerHarness): void {
  beginning(harness)
  meanwhile(harness)
  stopping(harness)
}

function beginning(harness: LedgerHarness): void {
  test('L-20: a follower gets what was there and what comes, byte for byte', async () => {
    const ledger = await ledgerOf(harness)
    const old = await appendNext(ledger, contest, texts(3))
    const seen: StoredCommit[] = []
    ledger.follow(contest, 0, (commits) => seen.push(...commits))
    await expect.poll(() => seen, { timeout: 5000 }).toEqual(old)
    const fresh = await appendNext(ledger, contest, texts(2))
    await expect.poll(() => seen, { timeout: 5000 }).toEqual([...old, ...fresh])
  })

  test('L-20: a follower begins after any number, also one that is still to come', async () => {
    const ledger = await ledgerOf(harness)
    const seen = new Map<number, number[]>([0, 2, 3, 5].map((after) => [after, []]))
    await appendNext(ledger, contest, texts(3))
    for (const [after, numbers] of seen) {
      ledger.follow(contest, after, (commits) => numbers.push(...commits.map(({ number }) => number)))
    }
    await appendNext(ledger, contest, texts(4))
    await appendNext(ledger, contest, ['cuối'])
    for (const [after, numbers] of seen) {
      await expect.poll(() => numbers, { timeout: 5000 }).toEqual(upTo(8, after + 1))
    }
  })

  test('L-20: a follower hears of its own contest only', async () => {
    const ledger = await ledgerOf(harness)
    const seen: StoredCommit[] = []
    ledger.follow(contest, 0, (commits) => seen.push(...commits))
    await appendNext(ledger, 'another', texts(3))
    const own = await appendNext(ledger, contest, ['của mình'])
    await expect.poll(() => seen, { timeout: 5000 }).toEqual(own)
  })
}

function meanwhile(harness: LedgerHarness): void {
  test('L-20: followers that come and go during appends miss nothing and get nothing twice', async () => {
    const ledger = await ledgerOf(harness)
    const total = 600
    await appendNext(ledger, contest, texts(300))
    const followers: { readonly after: number; readonly numbers: number[] }[] = []
    const join = (after: number): void => {
      const follower = { after, numbers: [] as number[] }
      followers.push(follower)
      ledger.follow(contest, after, (commits) => follower.numbers.push(...commits.map(({ number }) => number)))
    }
    for (let number = 300; number < total; ) {
      const batch = 1 + (number % 7)
      const size = Math.min(batch, total - number)
      const written = appendNext(ledger, contest, texts(size))
      // Joins while the append is under way, far behind, just behind and ahead of it.
      if (number % 3 === 0) join([0, number, number + size, 299][followers.length % 4] ?? 0)
      await written
      number += size
    }
    expect(followers.length).toBeGreaterThan(10)
    for (const { after, numbers } of followers) {
      await expect.poll(() => numbers.length, { timeout: 5000 }).toBe(total - after)
      expect(numbers).toEqual(upTo(total, after + 1))
    }
  })

  test('L-20: what a follower was given can be read at that moment', async () => {
    const ledger = await ledgerOf(harness)
    const checks: Promise<void>[] = []
    ledger.follow(contest, 0, (commits) => {
      const after = (commits[0]?.number ?? 1) - 1
      checks.push(
        readAll(ledger, contest, after).then((read) => expect(read).toEqual(expect.arrayContaining([...commits]))),
      )
    })
    for (const text of texts(10)) await appendNext(ledger, contest, [text])
    await expect.poll(() => checks.length, { timeout: 5000 }).toBeGreaterThan(0)
    await Promise.all(checks)
  })
}

function stopping(harness: LedgerHarness): void {
  test('L-20: a stopped follower hears nothing more, also when it stops from within', async () => {
    const ledger = await ledgerOf(harness)
    const seen: number[] = []
    const others: number[] = []
    const stop = ledger.follow(contest, 0, (commits) => {
      seen.push(...commits.map(({ number }) => number))
      stop()
    })
    ledger.follow(contest, 0, (commits) => others.push(...commits.map(({ number }) => number)))
    await appendNext(ledger, contest, ['một'])
    await expect.poll(() => others, { timeout: 5000 }).toEqual([1])
    await appendNext(ledger, contest, ['hai'])
    await expect.poll(() => others, { timeout: 5000 }).toEqual([1, 2])
    expect(seen).toEqual([1])
  })

  test('L-19: closing ends followers in the middle of their reading, without a sound', async () => {
    const ledger = await ledgerOf(harness)
    await appendNext(ledger, contest, texts(1000))
    const seen: number[] = []
    ledger.follow(contest, 0, (commits) => seen.push(...commits.map(({ number }) => number)))
    await ledger.close()
    const atClose = seen.length
    // An error that a follower threw away into the background would fail this run by now.
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(seen.length).toBe(atClose)
  })
}
