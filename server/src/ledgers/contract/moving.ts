/** The contract of contests that move away, and of those that arrive. */
import { expect, test } from 'vitest'
import { ContestMoved, StaleHead } from '../errors.ts'
import { type LedgerHarness, ledgerOf, mediumOf } from './harness.ts'
import { appendNext, commitsAfter, headAfter, readAll, start, texts } from './samples.ts'

const contest = 'dan-van-kheo-2026'
const place = 'redis://may-chu:6379/0'

export function moving(harness: LedgerHarness): void {
  marking(harness)
  arriving(harness)
}

function marking(harness: LedgerHarness): void {
  test('L-22: nothing is appended to a contest that has moved, and the place is named, also after opening anew', async () => {
    const medium = await mediumOf(harness)
    const ledger = await medium.open()
    const commits = await appendNext(ledger, contest, texts(3))
    await ledger.markMoved(contest, place)
    await ledger.close()
    const reopened = await medium.open()
    expect([...(await reopened.moved())]).toEqual([[contest, place]])
    for (const after of [headAfter(commits), headAfter(commits.slice(0, 1)), start(contest)]) {
      const refused = reopened.append(contest, after, commitsAfter(after, ['thêm']))
      await expect(refused).rejects.toBeInstanceOf(ContestMoved)
      await expect(refused).rejects.toMatchObject({ contest, to: place })
    }
    expect(await readAll(reopened, contest)).toEqual(commits)
  })

  test('L-22: another contest goes on, also in the same instant', async () => {
    const ledger = await ledgerOf(harness)
    await appendNext(ledger, contest, texts(2))
    await appendNext(ledger, 'another', texts(2))
    await ledger.markMoved(contest, place)
    const results = await Promise.allSettled([
      appendNext(ledger, contest, ['một']),
      appendNext(ledger, 'another', ['một']),
    ])
    expect(results).toMatchObject([{ status: 'rejected', reason: { contest, to: place } }, { status: 'fulfilled' }])
    expect((await ledger.head('another')).number).toBe(3)
  })

  test('L-22: a mark can be made again, changed and taken away, and then the contest goes on', async () => {
    const medium = await mediumOf(harness)
    const ledger = await medium.open()
    await appendNext(ledger, contest, texts(2))
    expect([...(await ledger.moved())]).toEqual([])
    await ledger.markMoved(contest, 'một nơi')
    await ledger.markMoved(contest, place)
    await ledger.markMoved(contest, place)
    expect([...(await ledger.moved())]).toEqual([[contest, place]])
    for (const _ of ['once', 'again']) await ledger.markMoved(contest, null)
    expect([...(await ledger.moved())]).toEqual([])
    await appendNext(ledger, contest, ['thêm'])
    await ledger.close()
    const reopened = await medium.open()
    expect([...(await reopened.moved())]).toEqual([])
    expect((await reopened.head(contest)).number).toBe(3)
  })
}

function arriving(harness: LedgerHarness): void {
  test('L-23: a contest arrives under the mark, from its first commit on, and is served by nobody until it is taken away', async () => {
    const medium = await mediumOf(harness)
    const ledger = await medium.open()
    await ledger.markMoved(contest, place)
    const first = commitsAfter(start(contest), texts(3))
    await ledger.bringIn(contest, start(contest), first)
    await ledger.close()
    const reopened = await medium.open()
    expect([...(await reopened.moved())]).toEqual([[contest, place]])
    const rest = commitsAfter(headAfter(first), texts(2))
    await expect(reopened.append(contest, headAfter(first), rest)).rejects.toBeInstanceOf(ContestMoved)
    await reopened.bringIn(contest, headAfter(first), rest)
    await reopened.markMoved(contest, null)
    expect(await readAll(reopened, contest)).toEqual([...first, ...rest])
    expect((await appendNext(reopened, contest, ['thêm'])).at(0)?.number).toBe(6)
  })

  test('L-23: what is brought in stands directly after the head like any other commit', async () => {
    const ledger = await ledgerOf(harness)
    const commits = await appendNext(ledger, contest, texts(3))
    for (const marked of [null, place]) {
      await ledger.markMoved(contest, marked)
      const stale = ledger.bringIn(contest, start(contest), commitsAfter(start(contest), texts(2)))
      await expect(stale).rejects.toBeInstanceOf(StaleHead)
      await expect(stale).rejects.toMatchObject({ head: headAfter(commits) })
      await expect(ledger.bringIn(contest, headAfter(commits), [])).rejects.toBeInstanceOf(RangeError)
    }
    expect(await readAll(ledger, contest)).toEqual(commits)
  })
}
