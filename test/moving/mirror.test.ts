/** The mirror: a second copy as lines in a folder, whatever happens to the folder meanwhile. */
import { appendFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  appendNext,
  commitsAfter,
  headAfter,
  readAll,
  start,
  texts,
} from '@bang-diem/server/ledgers/contract/samples.ts'
import { Mirror } from '@bang-diem/server/ledgers/kept/mirror.ts'
import type { Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { expect, onTestFinished, test } from 'vitest'
import { openToOthers } from '../harness/open-to-others.ts'
import { contest, newFolder, openIn, patience } from './histories.ts'

const awkward = ['', 'ệ', '\u2028 and \u2029', '"\\', '🎭', 'a\u0000b']

interface Mirrored {
  readonly ledger: Ledger
  readonly folder: string
  readonly said: (string | null)[]
  mirror: Mirror
  /** Ends this mirror and begins another on the same folder, as a hub that is started again does. */
  again(): Promise<void>
  /** Appends, rings, and waits until the file holds it. */
  append(notes: readonly string[]): Promise<void>
}

async function mirrored(): Promise<Mirrored> {
  const [ledger, folder] = [await openIn(await newFolder()), await newFolder()]
  const said: (string | null)[] = []
  const limits = { pauseMs: 1, retryMs: 20 }
  const now = () => Date.UTC(2026, 9, 14, 8)
  const fresh = () => new Mirror({ folder, ledger, limits, now, onFailing: (why) => said.push(why) })
  const it: Mirrored = {
    ledger,
    folder,
    said,
    mirror: fresh(),
    async again() {
      await it.mirror.stop()
      it.mirror = fresh()
    },
    async append(notes) {
      await appendNext(ledger, contest, notes)
      it.mirror.rang(contest)
      await holds(it)
    },
  }
  onTestFinished(() => it.mirror.stop())
  return it
}

const fileIn = (folder: string) => join(folder, `${contest}.jsonl`)
const asLines = (commits: readonly StoredCommit[]) => commits.map(({ line }) => `${line}\n`).join('')

async function textIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => String(error))
}

/** Waits until the file is all of the ledger. */
async function holds({ ledger, folder }: Mirrored): Promise<void> {
  const expected = asLines(await readAll(ledger, contest))
  await expect.poll(() => textIn(fileIn(folder)), patience).toBe(expected)
}

test('L-60: every commit becomes a line, byte for byte, also of several contests', async () => {
  const it = await mirrored()
  await it.append(awkward)
  for (const note of texts(20)) await it.append([note])
  const other = await appendNext(it.ledger, 'another', texts(3))
  it.mirror.rang('another')
  await expect.poll(() => textIn(join(it.folder, 'another.jsonl')), patience).toBe(asLines(other))
  expect(await openToOthers([fileIn(it.folder)])).toEqual([])
  expect(it.said).toEqual([])
})

test('L-60: what was rung for before a mirror stops is in the file when it has stopped', async () => {
  const it = await mirrored()
  for (let round = 0; round < 20; round++) {
    await appendNext(it.ledger, contest, texts(3))
    it.mirror.rang(contest)
    await it.again()
    expect(await textIn(fileIn(it.folder))).toBe(asLines(await readAll(it.ledger, contest)))
  }
})

test.each([
  ['is not there', (file: string) => rm(file)],
  ['is empty', (file: string) => truncate(file, 0)],
  ['lacks its last lines', async (file: string) => truncate(file, (await readFile(file)).lastIndexOf('\n', -200) + 1)],
  ['ends in the middle of a line', (file: string) => truncate(file, 700)],
] as const)('L-60: a file that %s is completed, at start and while it is in use', async (_, harm) => {
  const it = await mirrored()
  await it.append(texts(5))
  await harm(fileIn(it.folder))
  await it.append(['khi đang dùng'])
  await harm(fileIn(it.folder))
  await it.again()
  it.mirror.rang(contest)
  await holds(it)
  expect(await readdir(it.folder)).toEqual([`${contest}.jsonl`])
})

test.each([
  ['another history', async () => asLines(commitsAfter(start(contest), texts(9), 'other'))],
  ['text of somebody', async () => 'một dòng của ai đó'],
  [
    'commits that the ledger does not have',
    async (all: StoredCommit[]) => asLines([...all, ...commitsAfter(headAfter(all), ['x'])]),
  ],
  ['a changed byte', async (all: StoredCommit[]) => asLines(all).replace('ghi chú 2', 'ghi chu 2')],
  ['zeroes at its end', async (all: StoredCommit[]) => `${asLines(all)}\0\0\0\0`],
] as const)('L-61: a file with %s is put aside as it is, and the mirror begins anew', async (_, content) => {
  const it = await mirrored()
  await it.append(texts(5))
  for (const moment of ['at start', 'in use']) {
    if (moment === 'at start') await it.again()
    const foreign = await content(await readAll(it.ledger, contest))
    await writeFile(fileIn(it.folder), foreign)
    await it.append(['thêm'])
    const aside = (await readdir(it.folder)).filter((name) => name.startsWith(`${contest}.aside-2026-10-14T08-00-00-`))
    expect(aside).toHaveLength(moment === 'at start' ? 1 : 2)
    expect(await textIn(join(it.folder, aside.sort().at(-1) ?? ''))).toBe(foreign)
  }
})

test('L-62: a folder that is gone is told once and never made, and all of it is there when it is back', async () => {
  const it = await mirrored()
  await it.append(texts(3))
  const pulled = `${it.folder}-pulled`
  await rename(it.folder, pulled)
  await appendNext(it.ledger, contest, texts(3))
  it.mirror.rang(contest)
  await expect.poll(() => it.said, patience).toHaveLength(1)
  expect(it.said[0]).toContain('ENOENT')
  await appendNext(it.ledger, contest, texts(3))
  it.mirror.rang(contest)
  await expect(readdir(it.folder)).rejects.toThrow('ENOENT')
  await rename(pulled, it.folder)
  await holds(it)
  await expect.poll(() => it.said, patience).toEqual([expect.stringContaining('ENOENT'), null])
})

test('L-62: a file of one contest that cannot be written holds up no other, nor the end', async () => {
  const it = await mirrored()
  await mkdir(fileIn(it.folder))
  await appendNext(it.ledger, contest, texts(3))
  it.mirror.rang(contest)
  await expect.poll(() => it.said, patience).toHaveLength(1)
  const other = await appendNext(it.ledger, 'another', texts(3))
  it.mirror.rang('another')
  await expect.poll(() => textIn(join(it.folder, 'another.jsonl')), patience).toBe(asLines(other))
  expect(it.said).toHaveLength(1)
  await it.mirror.stop()
})

test('L-62: a line that was cut off while the disk filled is written again', async () => {
  const it = await mirrored()
  await it.append(texts(3))
  const [next] = commitsAfter(await it.ledger.head(contest), ['sắp ghi'])
  if (!next) throw new RangeError('a commit')
  await appendFile(fileIn(it.folder), next.line.slice(0, 100))
  await it.ledger.append(contest, await it.ledger.head(contest), [next])
  it.mirror.rang(contest)
  await holds(it)
  expect(await readdir(it.folder)).toEqual([`${contest}.jsonl`])
})
