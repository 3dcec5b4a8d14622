/** What only the embedded ledger promises, as far as no failing disk is needed to see it. */
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  appendNext,
  commitsAfter,
  headAfter,
  readAll,
  start,
  texts,
} from '@bang-diem/server/ledgers/contract/samples.ts'
import { type EmbeddedLedger, openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { LedgerInUse, LedgerTooNew, LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import { ledgers } from '@bang-diem/server/ledgers/registry.ts'
import { loadContest } from '@bang-diem/server/ledgers/verify.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { expect, onTestFinished, test } from 'vitest'
import { openToOthers } from '../harness/open-to-others.ts'
import { EmbeddedMedium } from './embedded-medium.ts'

const contest = 'dan-van-kheo-2026'

async function newFolder(): Promise<string> {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  return medium.folder
}

async function openIn(folder: string, onFault?: (fault: LedgerUnavailable) => void): Promise<EmbeddedLedger> {
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger, ...(onFault && { onFault }) })
  onTestFinished(() => ledger.close())
  return ledger
}

/** Changes the database by other means; no ledger has it open. */
function tamper(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, 'ledger.sqlite'))
  database.exec(sql)
  database.close()
}

test('L-30: SQLite itself says WAL, FULL and fullfsync', async () => {
  const ledger = await openIn(await newFolder())
  expect(await ledger.settings()).toEqual({
    schema: 3,
    journalMode: 'wal',
    synchronous: 2,
    fullfsync: 1,
    checkpointFullfsync: 1,
  })
})

test('L-32: a second ledger on the folder is refused while the first is open, also in the same process', async () => {
  const folder = await newFolder()
  const first = await openIn(folder)
  await expect(openIn(folder)).rejects.toBeInstanceOf(LedgerInUse)
  await expect(openIn(folder)).rejects.toThrow(folder)
  await appendNext(first, contest, ['vẫn ghi được'])
  await first.close()
  expect((await (await openIn(folder)).head(contest)).number).toBe(1)
})

const filesIn = async (folder: string) => (await readdir(folder)).map((name) => join(folder, name))

test('L-37: whatever it makes is for its owner alone', async () => {
  const folder = join(await newFolder(), 'data')
  await appendNext(await openIn(folder), contest, ['một'])
  const names = await readdir(folder)
  expect(names).toEqual(expect.arrayContaining(['ledger.sqlite', 'ledger.sqlite-wal', 'lock.sqlite']))
  expect(await openToOthers([folder, ...(await filesIn(folder))])).toEqual([])
})

test('L-37: files that others could read are for their owner alone again', async () => {
  const folder = await newFolder()
  await (await openIn(folder)).close()
  for (const file of await filesIn(folder)) await chmod(file, 0o644)
  await openIn(folder)
  expect(await openToOthers(await filesIn(folder))).toEqual([])
})

test('L-34: a database of a newer version is refused and left as it is', async () => {
  const folder = await newFolder()
  await (await openIn(folder)).close()
  tamper(folder, 'PRAGMA user_version = 4')
  const before = await readFile(join(folder, 'ledger.sqlite'))
  await expect(openIn(folder)).rejects.toBeInstanceOf(LedgerTooNew)
  expect(await readFile(join(folder, 'ledger.sqlite'))).toEqual(before)
  tamper(folder, 'PRAGMA user_version = 3')
  await expect((await openIn(folder)).contests()).resolves.toEqual([])
})

test('L-35: what was pending when the storage thread died is unknown, and the next call finds a new thread', async () => {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  const ledger = await medium.openCrashing('before-commit')
  const results = await Promise.allSettled([
    ledger.append(contest, start(contest), commitsAfter(start(contest), ['một'])),
    ledger.append('another', start('another'), commitsAfter(start('another'), ['một'])),
    ledger.head(contest),
  ])
  for (const result of results) {
    expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'not-answering', outcome: 'unknown' } })
  }
  expect((await appendNext(ledger, contest, texts(2))).length).toBe(2)
})

test('L-7: a number or a hash that is not that of its line is found when loading', async () => {
  const folder = await newFolder()
  const ledger = await openIn(folder)
  for (const text of texts(5)) {
    await appendNext(ledger, 'a', [text])
    await appendNext(ledger, 'b', [text])
  }
  await ledger.close()
  tamper(folder, `UPDATE appends SET hashes = '${'0'.repeat(64)}' WHERE contest = 'a' AND last = 5`)
  tamper(folder, "UPDATE appends SET last = 6 WHERE contest = 'b' AND last = 5")
  const damaged = await openIn(folder)
  const load = (name: string) => loadContest(damaged, name, sha256, () => undefined)
  await expect(load('a')).rejects.toMatchObject({ contest: 'a', fault: { fault: 'changed', number: 5 } })
  await expect(load('b')).rejects.toMatchObject({ contest: 'b', fault: { fault: 'out-of-order', number: 5, found: 6 } })
})

test('L-5: a removed commit is named when loading', async () => {
  const folder = await newFolder()
  const ledger = await openIn(folder)
  for (const text of texts(5)) await appendNext(ledger, contest, [text])
  await ledger.close()
  tamper(folder, 'DELETE FROM appends WHERE last = 3')
  const loading = loadContest(await openIn(folder), contest, sha256, () => undefined)
  await expect(loading).rejects.toMatchObject({ contest, fault: { fault: 'out-of-order', number: 3, found: 4 } })
})

test.each([
  ['the first line is gone', (lines: string[]) => lines.slice(1), { fault: 'out-of-order', number: 1, found: 2 }],
  ['a line is gone', (lines: string[]) => lines.toSpliced(2, 1), { fault: 'out-of-order', number: 3, found: 4 }],
  ['the last line is gone', (lines: string[]) => lines.slice(0, -1), { fault: 'unreadable', number: 5 }],
  [
    'a line is there twice',
    (lines: string[]) => [...lines, ...lines.slice(-1)],
    { fault: 'out-of-order', number: 6, found: 5 },
  ],
  [
    'two lines are one',
    ([a, b, c, ...rest]: string[]) => [a, `${b} ${c}`, ...rest],
    { fault: 'unreadable', number: 2 },
  ],
] as const)('L-5: of commits that were appended together, %s: it is named when loading', async (_, change, fault) => {
  const folder = await newFolder()
  const ledger = await openIn(folder)
  const commits = await appendNext(ledger, contest, texts(5))
  await ledger.close()
  const changed = change(commits.map(({ line }) => line)).join('\n')
  tamper(folder, `UPDATE appends SET lines = '${changed.replaceAll("'", "''")}'`)
  const loading = loadContest(await openIn(folder), contest, sha256, () => undefined)
  await expect(loading).rejects.toMatchObject({ contest, fault })
})

test('L-38: a database of version 1 is taken over commit for commit', async () => {
  const folder = await newFolder()
  const commits = commitsAfter(start(contest), texts(3))
  tamper(
    folder,
    `CREATE TABLE commits (
       contest TEXT NOT NULL, number INTEGER NOT NULL, hash TEXT NOT NULL, line TEXT NOT NULL, PRIMARY KEY (contest, number)
     ) STRICT;
     PRAGMA user_version = 1;`,
  )
  for (const { number, hash, line } of commits) {
    tamper(folder, `INSERT INTO commits VALUES ('${contest}', ${number}, '${hash}', '${line.replaceAll("'", "''")}')`)
  }
  const ledger = await openIn(folder)
  expect(await readAll(ledger, contest)).toEqual(commits)
  const more = await appendNext(ledger, contest, ['thêm một'])
  expect(await readAll(ledger, contest)).toEqual([...commits, ...more])
})

test('L-38: a database of version 2 is taken over, and its contests can move', async () => {
  const folder = await newFolder()
  const before = await openIn(folder)
  const commits = await appendNext(before, contest, texts(3))
  await before.close()
  tamper(folder, 'DROP TABLE moved; PRAGMA user_version = 2')
  const ledger = await openIn(folder)
  expect(await readAll(ledger, contest)).toEqual(commits)
  await ledger.markMoved(contest, 'nơi khác')
  expect([...(await ledger.moved())]).toEqual([[contest, 'nơi khác']])
})

test('L-33: a folder that cannot be a folder, and a file that is no database, are faults of the medium', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'a-file'), '')
  await expect(openIn(join(folder, 'a-file'))).rejects.toMatchObject({ reason: 'input-output', outcome: 'none' })
  await mkdir(join(folder, 'odd'))
  await writeFile(
    join(folder, 'odd', 'ledger.sqlite'),
    'not a database, and long enough to be told from an empty one'.repeat(9),
  )
  const faults: LedgerUnavailable[] = []
  await expect(openIn(join(folder, 'odd'), (fault) => faults.push(fault))).rejects.toBeInstanceOf(LedgerUnavailable)
  expect(faults).toMatchObject([{ reason: 'input-output', outcome: 'none' }])
})

test('L-13: a chunk of a read ends at its bounds and never without a commit', async () => {
  const folder = await newFolder()
  const small = { ...limits.ledger, commitsPerChunk: 4, charactersPerChunk: 2000 }
  const ledger = await openEmbeddedLedger({ folder, limits: small })
  onTestFinished(() => ledger.close())
  const commits = await appendNext(ledger, contest, [...texts(9), 'x'.repeat(5000), 'y'.repeat(5000), 'z'])
  const sizes: number[] = []
  for await (const chunk of ledger.read(contest, 0)) sizes.push(chunk.length)
  expect(sizes).toEqual([4, 4, 2, 1, 1])
  expect(await readAll(ledger, contest)).toEqual(commits)
})

test('L-10: the registry opens it by name', async () => {
  const ledger = await ledgers.embedded({ location: await newFolder(), limits: limits.ledger })
  onTestFinished(() => ledger.close())
  const commits = await appendNext(ledger, contest, ['một'])
  expect(await ledger.head(contest)).toEqual(headAfter(commits))
})

test('L-36: appends of many contests at once are answered each by itself, also when some are stale', async () => {
  const ledger = await openIn(await newFolder())
  const names = Array.from({ length: 30 }, (_, index) => `hoi-thi-${index}`)
  await appendNext(ledger, 'hoi-thi-7', ['đã có trước'])
  const outcomes = await Promise.all(
    names.flatMap((name) => {
      const first = commitsAfter(start(name), [`một của ${name}`])
      const second = commitsAfter(headAfter(first), [`hai của ${name}`])
      return [
        ledger.append(name, start(name), first),
        ledger.append(name, headAfter(first), second),
        ledger.append(name, start(name), first),
      ].map((append) => append.then(() => 'written', String))
    }),
  )
  for (const [index, name] of names.entries()) {
    const [one, two, again] = outcomes.slice(index * 3, index * 3 + 3)
    const taken = name === 'hoi-thi-7'
    expect([one, two]).toEqual(
      taken ? [expect.stringContaining('StaleHead'), expect.stringContaining('StaleHead')] : ['written', 'written'],
    )
    expect(again).toContain('StaleHead')
    expect(await readAll(ledger, name)).toHaveLength(taken ? 1 : 2)
  }
})
