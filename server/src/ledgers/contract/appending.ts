/** The contract of appending, reading, limits and closing. */
import { expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { LedgerClosed, LimitExceeded, StaleHead } from '../errors.ts'
import { type LedgerHarness, ledgerOf, mediumOf } from './harness.ts'
import { appendNext, commitsAfter, headAfter, readAll, start, texts } from './samples.ts'

const contest = 'dan-van-kheo-2026'

/** Texts that a careless store changes: Vietnamese composed and decomposed, four-byte letters, separators, a NUL, half an emoji. */
const awkward = [
  'Đảng bộ xã Ea Ngai'.normalize('NFC'),
  'Đảng bộ xã Ea Ngai'.normalize('NFD'),
  '🎤 tiểu phẩm 👩‍👩‍👧 𠮷',
  '\u2028\u2029\uFEFF\r\n\t\u0000\u007F',
  'half of an emoji: \uD83C',
  '\'; DROP TABLE commits; -- \\ " %s {contest}',
  '',
]

export function appending(harness: LedgerHarness): void {
  compareAndAppend(harness)
  reading(harness)
  limiting(harness)
  closing(harness)
}

function compareAndAppend(harness: LedgerHarness): void {
  test('L-10: an append moves the head, from the genesis on', async () => {
    const ledger = await ledgerOf(harness)
    expect(await ledger.head(contest)).toEqual(start(contest))
    const first = await appendNext(ledger, contest, ['một'])
    expect(await ledger.head(contest)).toEqual(headAfter(first))
    const more = await appendNext(ledger, contest, texts(5))
    expect(await ledger.head(contest)).toEqual(headAfter(more))
    expect(headAfter(more).number).toBe(6)
  })

  test('L-11: an append after an older head, beyond the head, or after another commit of its number is refused', async () => {
    const ledger = await ledgerOf(harness)
    const written = await appendNext(ledger, contest, texts(3))
    const head = headAfter(written)
    const other = commitsAfter(start(contest), texts(3), 'other')
    const beyond = commitsAfter(head, texts(2))
    for (const after of [start(contest), headAfter(written.slice(0, 2)), headAfter(other), headAfter(beyond)]) {
      const refused = ledger.append(contest, after, commitsAfter(after, texts(2)))
      await expect(refused).rejects.toBeInstanceOf(StaleHead)
      await expect(refused).rejects.toMatchObject({ head })
    }
    expect(await readAll(ledger, contest)).toEqual(written)
  })

  test('L-12: of two appends at once one is written whole, and the other learns the head', async () => {
    const ledger = await ledgerOf(harness)
    const head = headAfter(await appendNext(ledger, contest, ['một']))
    const batches = [commitsAfter(head, texts(3), 'left'), commitsAfter(head, texts(2), 'right')]
    const results = await Promise.allSettled(batches.map((batch) => ledger.append(contest, head, batch)))
    const winners = batches.filter((_, index) => results[index]?.status === 'fulfilled')
    const losses = results.filter((result) => result.status === 'rejected')
    expect(winners).toHaveLength(1)
    expect(await readAll(ledger, contest, 1)).toEqual(winners[0])
    expect(losses[0]?.reason).toBeInstanceOf(StaleHead)
    expect(losses[0]?.reason).toMatchObject({ head: headAfter(winners[0] ?? []) })
  })

  test('L-12: many at once, each deciding anew after a refusal, lose nothing', async () => {
    const ledger = await ledgerOf(harness)
    const persist = async (name: string): Promise<void> => {
      let head = await ledger.head(contest)
      for (;;) {
        try {
          await ledger.append(contest, head, commitsAfter(head, [name]))
          return
        } catch (error) {
          if (!(error instanceof StaleHead)) throw error
          head = error.head
        }
      }
    }
    const names = texts(12)
    await Promise.all(names.map(persist))
    const lines = (await readAll(ledger, contest)).map(({ line }) => line)
    expect(lines).toHaveLength(names.length)
    for (const name of names) expect(lines.filter((line) => line.includes(`"${name}"`))).toHaveLength(1)
  })
}

function reading(harness: LedgerHarness): void {
  test('L-13: lines come back in order and byte for byte, also after opening anew', async () => {
    const medium = await mediumOf(harness)
    const ledger = await medium.open()
    const commits = await appendNext(ledger, contest, awkward)
    expect(await readAll(ledger, contest)).toEqual(commits)
    await ledger.close()
    const reopened = await medium.open()
    expect(await readAll(reopened, contest)).toEqual(commits)
    expect(await readAll(reopened, contest, 3)).toEqual(commits.slice(3))
    expect(await readAll(reopened, contest, commits.length)).toEqual([])
  })

  test('L-13: a long history comes in more than one chunk', async () => {
    const ledger = await ledgerOf(harness)
    const commits = await appendNext(ledger, contest, texts(limits.ledger.commitsPerAppend))
    let chunks = 0
    for await (const chunk of ledger.read(contest, 0)) {
      chunks += 1
      expect(chunk.length).toBeGreaterThan(0)
    }
    expect(chunks).toBeGreaterThan(1)
    expect(await readAll(ledger, contest)).toEqual(commits)
  })

  test('L-18: contests do not touch each other and are listed sorted', async () => {
    const ledger = await ledgerOf(harness)
    expect(await ledger.contests()).toEqual([])
    const b = await appendNext(ledger, 'b', texts(3))
    const a = await appendNext(ledger, 'a', texts(2))
    expect(await ledger.head('c')).toEqual(start('c'))
    expect(await ledger.contests()).toEqual(['a', 'b'])
    expect(await readAll(ledger, 'a')).toEqual(a)
    expect(await readAll(ledger, 'b')).toEqual(b)
    await expect(ledger.append('a', headAfter(b), commitsAfter(headAfter(b), ['x']))).rejects.toMatchObject({
      head: headAfter(a),
    })
  })
}

function limiting(harness: LedgerHarness): void {
  const { commitsPerAppend, bytesPerLine, bytesPerAppend } = limits.ledger

  test('L-17: too many commits, a too long line and too many bytes are refused and nothing is written', async () => {
    const ledger = await ledgerOf(harness)
    const head = start(contest)
    // Counted in bytes: each of these letters is one character and three bytes.
    const long = 'ệ'.repeat(Math.ceil(bytesPerLine / 3))
    const nearlyLong = 'x'.repeat(bytesPerLine - 1000)
    const many = Array<string>(Math.ceil(bytesPerAppend / (bytesPerLine - 1000)) + 1).fill(nearlyLong)
    for (const batch of [texts(commitsPerAppend + 1), ['ngắn', long], many]) {
      await expect(ledger.append(contest, head, commitsAfter(head, batch))).rejects.toBeInstanceOf(LimitExceeded)
    }
    expect(await ledger.head(contest)).toEqual(head)
    await appendNext(ledger, contest, [nearlyLong])
    expect(headAfter(await appendNext(ledger, contest, texts(commitsPerAppend))).number).toBe(commitsPerAppend + 1)
  })

  test('L-17: no commits, numbers that do not follow, and a line that is two are bugs of the caller', async () => {
    const ledger = await ledgerOf(harness)
    const head = start(contest)
    const [first, second, third] = commitsAfter(head, texts(3))
    if (!first || !second || !third) throw new RangeError('three commits are there')
    const broken = { ...first, line: `${first.line}\n` }
    for (const batch of [[], [second], [first, third], [first, first], [second, first], [broken]]) {
      await expect(ledger.append(contest, head, batch)).rejects.toBeInstanceOf(RangeError)
    }
    expect(await ledger.head(contest)).toEqual(head)
  })
}

function closing(harness: LedgerHarness): void {
  test('L-19: closing lets appends under way finish, and then everything is refused', async () => {
    const ledger = await ledgerOf(harness)
    const head = start(contest)
    const underWay = ledger.append(contest, head, commitsAfter(head, ['một']))
    const closed = ledger.close()
    expect(['durable', 'received']).toContain(await underWay)
    await closed
    await expect(ledger.append(contest, head, commitsAfter(head, ['hai']))).rejects.toBeInstanceOf(LedgerClosed)
    await expect(ledger.head(contest)).rejects.toBeInstanceOf(LedgerClosed)
    await expect(ledger.contests()).rejects.toBeInstanceOf(LedgerClosed)
    await expect(ledger.flushed()).rejects.toBeInstanceOf(LedgerClosed)
    await expect(readAll(ledger, contest)).rejects.toBeInstanceOf(LedgerClosed)
    expect(() => ledger.follow(contest, 0, () => undefined)).toThrow(LedgerClosed)
    await expect(ledger.close()).resolves.toBeUndefined()
  })
}
