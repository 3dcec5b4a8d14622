/** Going on from a backup or a mirror: what is put back, what stays, and what is refused. */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { appendNext, readAll, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { writeBackup } from '@bang-diem/server/ledgers/embedded/write-backup.ts'
import { type KeptFile, openKeptFile } from '@bang-diem/server/ledgers/kept/kept-file.ts'
import { NoHistory } from '@bang-diem/server/ledgers/kept/line-file.ts'
import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { BrokenChain } from '@bang-diem/server/ledgers/verify.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Place } from '@bang-diem/server/moving/bring.ts'
import { restore } from '@bang-diem/server/moving/restore.ts'
import { expect, onTestFinished, test } from 'vitest'
import { contest, fill, historyOf, newFolder, newPlace, openIn, ports } from './histories.ts'

const awkward = ['', 'ệ', '\u2028 and \u2029', '"\\', '🎭', 'a\u0000b']
const commits = historyOf(contest, [...awkward, ...texts(2000)])

async function opened(file: string): Promise<Place<KeptFile>> {
  const ledger = await openKeptFile(file, limits.ledger)
  onTestFinished(() => ledger.close())
  return { name: file, ledger }
}

async function mirrorOf(stored: readonly StoredCommit[], tail = ''): Promise<string> {
  const file = join(await newFolder(), 'tên nào cũng được.txt')
  await writeFile(file, stored.map(({ line }) => `${line}\n`).join('') + tail)
  return file
}

async function backupOf(stored: readonly StoredCommit[]): Promise<string> {
  const folder = await newFolder()
  await fill({ ledger: await openIn(folder) }, contest, stored)
  const file = join(await newFolder(), 'bản sao')
  await writeBackup(folder, file, limits.backups)
  return file
}

test.each([
  ['mirror', mirrorOf],
  ['backup', backupOf],
] as const)('L-59: a %s is put back byte for byte, and the contest goes on', async (_, make) => {
  const to = await newPlace('nhà mới')
  const from = await opened(await make(commits))
  expect(await from.ledger.contests()).toEqual([contest])
  expect(await restore(from, to, contest, ports)).toBe(commits.length)
  expect(await readAll(to.ledger, contest)).toEqual(commits)
  expect((await to.ledger.moved()).size).toBe(0)
  const more = await appendNext(to.ledger, contest, ['đi tiếp'])
  expect(await restore(from, to, contest, ports)).toBe(0)
  expect(await readAll(to.ledger, contest)).toEqual([...commits, ...more])
})

test('L-59: a beginning that is there is continued', async () => {
  const to = await newPlace('nhà mới')
  await fill(to, contest, commits.slice(0, 700))
  expect(await restore(await opened(await mirrorOf(commits)), to, contest, ports)).toBe(commits.length - 700)
  expect(await readAll(to.ledger, contest)).toEqual(commits)
})

test('L-59: another history that is there is left alone and named', async () => {
  const to = await newPlace('nhà mới')
  const other = historyOf(contest, texts(3), 'khác')
  await fill(to, contest, other)
  const restoring = restore(await opened(await mirrorOf(commits)), to, contest, ports)
  await expect(restoring).rejects.toThrow('nhà mới holds another history of dan-van-kheo-2026')
  expect(await readAll(to.ledger, contest)).toEqual(other)
  expect((await to.ledger.moved()).size).toBe(0)
})

test('L-59: a contest that was marked as moved there goes on there', async () => {
  const to = await newPlace('nhà cũ')
  await fill(to, contest, commits.slice(0, 5))
  await to.ledger.markMoved(contest, 'một máy đã hỏng')
  await restore(await opened(await mirrorOf(commits)), to, contest, ports)
  await appendNext(to.ledger, contest, ['đi tiếp'])
})

test.each([
  ['in the middle of a character', Buffer.from(commits[2]?.line ?? '').indexOf('ệ') + 1],
  ['after its first byte', 1],
  ['before its last byte', Buffer.byteLength(commits[2]?.line ?? '') - 1],
])('L-59: a last line that was cut off %s is left out, and how much of it there was is known', async (_, bytes) => {
  const whole = commits.slice(0, 2)
  const file = await mirrorOf(whole)
  await appendFile(file, Buffer.from(commits[2]?.line ?? '').subarray(0, bytes))
  const [from, to] = [await opened(file), await newPlace('nhà mới')]
  expect(await restore(from, to, contest, ports)).toBe(2)
  expect(from.ledger.leftOut).toBe(bytes)
  expect(await readAll(to.ledger, contest)).toEqual(whole)
})

test('L-59: a last line without its end is a line when it is whole, and zeroes that a crash left are none', async () => {
  const [whole, last] = [commits.slice(0, 2), commits[2]?.line ?? '']
  const without = await opened(await mirrorOf(whole, last))
  expect(await restore(without, await newPlace('nhà mới'), contest, ports)).toBe(3)
  const zeroes = await opened(await mirrorOf(whole, '\0'.repeat(4096)))
  expect(await restore(zeroes, await newPlace('nhà mới'), contest, ports)).toBe(2)
  expect([without.ledger.leftOut, zeroes.ledger.leftOut]).toEqual([0, 4096])
})

test('L-59: a line that was changed, or is missing in the middle, is named and nothing is put back', async () => {
  const changed = commits.slice(0, 5).map((commit) => ({ ...commit, line: commit.line.replace('ệ', 'e') }))
  for (const [lines, number] of [
    [changed, 3],
    [commits.slice(0, 6).toSpliced(3, 1), 4],
    [[...commits.slice(0, 3), { ...historyOf('x', [])[0], line: 'not a commit' }, ...commits.slice(3, 5)], 4],
  ] as const) {
    const to = await newPlace('nhà mới')
    const file = await mirrorOf(lines.map((each) => ({ number: 0, hash: '', line: each.line })))
    const restoring = restore(await opened(file), to, contest, ports)
    await expect(restoring).rejects.toBeInstanceOf(BrokenChain)
    await expect(restoring).rejects.toMatchObject({ fault: { number } })
    expect(await to.ledger.contests()).toEqual([])
  }
})

test('L-59: a file that is no history is refused, and one that is not there as well', async () => {
  const file = await mirrorOf([], 'một dòng\n')
  await expect(openKeptFile(file, limits.ledger)).rejects.toBeInstanceOf(NoHistory)
  await expect(openKeptFile(await mirrorOf([]), limits.ledger)).rejects.toBeInstanceOf(NoHistory)
  await expect(openKeptFile(`${file}-khác`, limits.ledger)).rejects.toThrow('ENOENT')
})

test('L-59: a backup is not changed by being read, also one that an earlier version wrote', async () => {
  const file = await backupOf(commits.slice(0, 5))
  const database = new DatabaseSync(file)
  database.exec('DROP TABLE moved; PRAGMA user_version = 2')
  database.close()
  const before = await readFile(file)
  expect(await restore(await opened(file), await newPlace('nhà mới'), contest, ports)).toBe(5)
  expect(await readFile(file)).toEqual(before)
})
