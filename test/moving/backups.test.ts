/** Backups of the embedded ledger: by itself and on demand, real files of a real database that is written to meanwhile. */
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { appendNext, readAll, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { type EmbeddedLedger, openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { writeBackup } from '@bang-diem/server/ledgers/embedded/write-backup.ts'
import { openKeptFile } from '@bang-diem/server/ledgers/kept/kept-file.ts'
import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { type BackupLimits, limits } from '@bang-diem/server/limits.ts'
import { expect, onTestFinished, test } from 'vitest'
import { openToOthers } from '../harness/open-to-others.ts'
import { contest, newFolder, patience } from './histories.ts'

const often: BackupLimits = { everyMs: 0, lookMs: 20, keep: 3, bytesLeftFree: 0 }

/** A ledger that backs itself up; what it said of failing backups; and a clock that ticks a second with each look at it. */
async function backedUp(folder: string, bounds: Partial<BackupLimits> = {}) {
  const said: (string | null)[] = []
  let seconds = 0
  const backups = {
    limits: { ...often, ...bounds },
    now: () => Date.UTC(2026, 9, 14, 8) + 1000 * ++seconds,
    onFailing: (why: string | null) => said.push(why),
  }
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger, backups })
  onTestFinished(() => ledger.close())
  return { ledger, said }
}

async function backupsIn(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'backups'))).sort()
}

async function contentOf(file: string): Promise<StoredCommit[]> {
  const kept = await openKeptFile(file, limits.ledger)
  const commits: StoredCommit[] = []
  for await (const chunk of kept.read(contest, 0)) commits.push(...chunk)
  await kept.close()
  return commits
}

/** Appends, and waits until a backup was made or has failed. */
async function nextBackup(ledger: EmbeddedLedger, said: readonly unknown[]): Promise<StoredCommit[]> {
  const before = said.length
  const commits = await appendNext(ledger, contest, texts(2))
  await expect.poll(() => said.length, patience).toBeGreaterThan(before)
  return commits
}

test('L-56: while something changes backups are made, the newest few are kept, and each is whole', async () => {
  const folder = await newFolder()
  const { ledger, said } = await backedUp(folder)
  for (let round = 0; round < 5; round++) await nextBackup(ledger, said)
  await ledger.close()
  const names = await backupsIn(folder)
  expect(names).toHaveLength(3)
  expect(names.every((name) => /^ledger-2026-10-14T08-00-\d\d-000Z\.sqlite$/.test(name))).toBe(true)
  expect(said.every((why) => why === null)).toBe(true)
  const newest = await contentOf(join(folder, 'backups', names.at(-1) ?? ''))
  expect(newest.length).toBeGreaterThanOrEqual(8)
  expect(await openToOthers([join(folder, 'backups'), join(folder, 'backups', names[0] ?? '')])).toEqual([])
})

test('L-56: nothing changed, or the newest one is young: no backup', async () => {
  const folder = await newFolder()
  const { ledger, said } = await backedUp(folder)
  await nextBackup(ledger, said)
  // One more may follow: what was appended while the first was being made.
  let made = 0
  for (let rounds = 0; rounds < 5 && made !== said.length; rounds++) {
    made = said.length
    await pause(1000)
  }
  expect(said.length).toBe(made)
  await ledger.close()

  const now = Date.UTC(2026, 9, 14, 8) / 1000
  for (const young of await backupsIn(folder)) await utimes(join(folder, 'backups', young), now, now)
  const before = await backupsIn(folder)
  const again = await backedUp(folder, { everyMs: 600_000 })
  await appendNext(again.ledger, contest, texts(1))
  await pause(300)
  expect(await backupsIn(folder)).toEqual(before)
})

test('L-56: what a killed hub had begun is no backup, and the next one throws it away', async () => {
  const folder = await newFolder()
  await mkdir(join(folder, 'backups'))
  await writeFile(join(folder, 'backups', 'ledger-2026-10-14T07-00-00-000Z.sqlite.part'), 'nửa chừng')
  const { ledger, said } = await backedUp(folder)
  await nextBackup(ledger, said)
  await ledger.close()
  expect((await backupsIn(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('L-57: without room there is a warning and no backup, the older ones stay, and appends go on', async () => {
  const folder = await newFolder()
  const first = await backedUp(folder)
  await nextBackup(first.ledger, first.said)
  await first.ledger.close()
  const before = await backupsIn(folder)
  const { ledger, said } = await backedUp(folder, { bytesLeftFree: Number.MAX_SAFE_INTEGER, keep: 1 })
  await nextBackup(ledger, said)
  expect(said[0]).toContain('disk-full')
  expect(await backupsIn(folder)).toEqual(before)
  await appendNext(ledger, contest, ['vẫn ghi được'])
})

test('L-57: backups that cannot be written are told, and are made again as soon as they can be', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'backups'), 'no folder')
  const { ledger, said } = await backedUp(folder)
  await nextBackup(ledger, said)
  expect(said[0]).toContain('EEXIST')
  await rm(join(folder, 'backups'))
  await expect.poll(() => said.at(-1), patience).toBe(null)
  expect(await backupsIn(folder)).not.toEqual([])
})

test('L-58: a backup on demand is one clean file of one moment, while the ledger is written to', async () => {
  const folder = await newFolder()
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
  onTestFinished(() => ledger.close())
  let isOver = false
  const writing = (async () => {
    while (!isOver) await appendNext(ledger, contest, texts(20))
  })()
  const to = join(await newFolder(), 'bản sao.sqlite')
  for (let round = 0; round < 10; round++) {
    const before = (await ledger.head(contest)).number
    await writeBackup(folder, to, limits.backups)
    const copied = await contentOf(to)
    expect(copied.length).toBeGreaterThanOrEqual(before)
    expect(copied.length % 20).toBe(0)
    expect(await readAll(ledger, contest)).toEqual(expect.arrayContaining(copied.slice(0, 3)))
  }
  isOver = true
  await writing
  expect(await readdir(join(to, '..'))).toEqual(['bản sao.sqlite'])
  const database = new DatabaseSync(to, { readOnly: true })
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' })
  database.close()
})

test('L-58: it changes nothing in the ledger, also when no hub runs', async () => {
  const folder = await newFolder()
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
  await appendNext(ledger, contest, texts(20))
  await ledger.close()
  const before = await stat(join(folder, 'ledger.sqlite'))
  await writeBackup(folder, join(await newFolder(), 'a'), limits.backups)
  const after = await stat(join(folder, 'ledger.sqlite'))
  expect([after.mtimeMs, after.size]).toEqual([before.mtimeMs, before.size])
})

test('L-56: a ledger in which SQLite finds something wrong gives no backup, and the one that is there stays', async () => {
  const folder = await newFolder()
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
  for (let round = 0; round < 20; round++) await appendNext(ledger, contest, texts(50))
  await ledger.close()
  const to = join(await newFolder(), 'bản sao')
  await writeBackup(folder, to, limits.backups)
  const good = await readFile(to)
  const file = await readFile(join(folder, 'ledger.sqlite'))
  file.fill(0xff, 4096 * 3, 4096 * 3 + 200)
  await writeFile(join(folder, 'ledger.sqlite'), file)
  await expect(writeBackup(folder, to, limits.backups)).rejects.toThrow()
  expect(await readFile(to)).toEqual(good)
  expect(await readdir(join(to, '..'))).toEqual(['bản sao'])
})
