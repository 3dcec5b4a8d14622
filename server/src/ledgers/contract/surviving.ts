/** The contract of what is left after a sudden death, and of damage found. */
import { expect, test } from 'vitest'
import { sha256 } from '../../sha256.ts'
import { LedgerUnavailable } from '../errors.ts'
import type { Ledger, StoredCommit } from '../ledger.ts'
import { BrokenChain, loadContest } from '../verify.ts'
import { type CrashMoment, type LedgerHarness, mediumOf } from './harness.ts'
import { appendNext, commitsAfter, headAfter, readAll, texts } from './samples.ts'

const contest = 'hoa-giai-2026'

/** Loads and so proves the whole chain; answers the number of its last commit. */
async function provenLength(ledger: Ledger): Promise<number> {
  return (await loadContest(ledger, contest, sha256, () => undefined)).number
}

export function surviving(harness: LedgerHarness): void {
  killing(harness)
  losingAnswers(harness)
  damaging(harness)
}

function killing(harness: LedgerHarness): void {
  test('L-14: after kill -9 every resolved commit is there, batches are whole and the chain goes on', async () => {
    const medium = await mediumOf(harness)
    const batch = 3
    let before = 0
    for (const reports of [1, 40, 200]) {
      const reported = await medium.appendUntilKilled(contest, batch, reports)
      expect(reported.length).toBeGreaterThanOrEqual(reports)
      expect(reported).toEqual(reported.map((_, index) => before + (index + 1) * batch))
      const ledger = await medium.open()
      const length = await provenLength(ledger)
      expect(length).toBeGreaterThanOrEqual(reported.at(-1) ?? 0)
      expect(length % batch).toBe(0)
      await ledger.close()
      before = length
    }
  }, 60_000)
}

function losingAnswers(harness: LedgerHarness): void {
  async function crashedAppend(moment: CrashMoment): Promise<{
    readonly ledger: Ledger
    readonly old: StoredCommit[]
    readonly fresh: StoredCommit[]
  }> {
    const medium = await mediumOf(harness)
    const before = await medium.open()
    const old = await appendNext(before, contest, texts(2))
    await before.close()
    const ledger = await medium.openCrashing(moment)
    const fresh = commitsAfter(headAfter(old), texts(3), 'fresh')
    const outcome = ledger.append(contest, headAfter(old), fresh)
    await expect(outcome).rejects.toBeInstanceOf(LedgerUnavailable)
    await expect(outcome).rejects.toMatchObject({ outcome: 'unknown' })
    return { ledger, old, fresh }
  }

  test('L-15: written, but the answer was lost: reading the next commit back tells', async () => {
    const { ledger, old, fresh } = await crashedAppend('after-commit')
    expect(await readAll(ledger, contest, headAfter(old).number)).toEqual(fresh)
    await appendNext(ledger, contest, texts(2))
    expect(await provenLength(ledger)).toBe(7)
  })

  test('L-15: not written: reading back tells, none of the batch is there, and the same append then works', async () => {
    const { ledger, old, fresh } = await crashedAppend('before-commit')
    expect(await readAll(ledger, contest, headAfter(old).number)).toEqual([])
    expect(await ledger.head(contest)).toEqual(headAfter(old))
    await ledger.append(contest, headAfter(old), fresh)
    expect(await provenLength(ledger)).toBe(5)
  })

  test('L-20: a follower gets the commits whose answer was lost, once', async () => {
    const medium = await mediumOf(harness)
    const ledger = await medium.openCrashing('after-commit')
    const seen: number[] = []
    ledger.follow(contest, 0, (commits) => seen.push(...commits.map(({ number }) => number)))
    await expect(appendNext(ledger, contest, texts(3))).rejects.toBeInstanceOf(LedgerUnavailable)
    await expect.poll(() => seen, { timeout: 5000 }).toEqual([1, 2, 3])
    await appendNext(ledger, contest, texts(2))
    await expect.poll(() => seen, { timeout: 5000 }).toEqual([1, 2, 3, 4, 5])
  })
}

function damaging(harness: LedgerHarness): void {
  test('L-21: a flipped byte is read as it is, and loading names the contest and the commit', async () => {
    const medium = await mediumOf(harness)
    const ledger = await medium.open()
    await appendNext(ledger, contest, texts(20))
    await appendNext(ledger, 'another', texts(20))
    await ledger.close()
    await medium.flipByte(contest, 7)
    const damaged = await medium.open()
    const seen: number[] = []
    const loading = loadContest(damaged, contest, sha256, (commit) => seen.push(commit.number))
    await expect(loading).rejects.toBeInstanceOf(BrokenChain)
    await expect(loading).rejects.toMatchObject({ contest, fault: { number: 7 } })
    expect(seen).toEqual([1, 2, 3, 4, 5, 6])
    expect((await loadContest(damaged, 'another', sha256, () => undefined)).number).toBe(20)
  })
}
