/** Moving contests from one ledger to another: all of it arrives, at most one place goes on, and what was cut off goes on. */
import { appendNext, headAfter, readAll, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { ContestMoved, LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import type { Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Place } from '@bang-diem/server/moving/bring.ts'
import { moveHouse } from '@bang-diem/server/moving/house.ts'
import { move } from '@bang-diem/server/moving/move.ts'
import { MoveRefused } from '@bang-diem/server/moving/refused.ts'
import { expect, test } from 'vitest'
import { contest, fill, historyOf, newPlace, patience, ports } from './histories.ts'

const awkward = ['', 'ệ', '\u2028 and \u2029', '"\\', '🎭', 'a\u0000b']

async function marksOf(...places: readonly Place[]): Promise<readonly (string | undefined)[]> {
  return Promise.all(places.map(async ({ ledger }) => (await ledger.moved()).get(contest)))
}

async function bothPlaces(notes: readonly string[]) {
  const [from, to] = [await newPlace('nhà cũ'), await newPlace('nhà mới')]
  const commits = historyOf(contest, notes)
  await fill(from, contest, commits)
  return { from, to, commits }
}

/** A place whose ledger does one thing otherwise. */
function otherwise(place: Place, change: Partial<Ledger>): Place {
  const ledger = new Proxy(place.ledger, {
    get(target, key) {
      const changed: unknown = Reflect.get(change, key)
      const own: unknown = changed ?? Reflect.get(target, key)
      return typeof own === 'function' && changed === undefined ? own.bind(target) : own
    },
  })
  return { name: place.name, ledger }
}

const broken = new LedgerUnavailable('input-output', 'none', 'the plug was pulled')
const fails = () => Promise.reject(broken)

test('L-50: everything arrives byte for byte, in more than one append, and the source goes on no more', async () => {
  const { from, to, commits } = await bothPlaces([...awkward, ...texts(limits.ledger.commitsPerAppend + 10)])
  expect(await move(from, to, contest, ports)).toEqual({ head: headAfter(commits), added: commits.length })
  expect(await readAll(to.ledger, contest)).toEqual(commits)
  expect(await to.ledger.head(contest)).toEqual(headAfter(commits))
  expect(await marksOf(from, to)).toEqual(['nhà mới', undefined])
  await expect(appendNext(from.ledger, contest, ['một'])).rejects.toBeInstanceOf(ContestMoved)
  await appendNext(to.ledger, contest, ['một'])
})

test('L-50: all contests of a place move, or the one that is named', async () => {
  const { from, to } = await bothPlaces(texts(3))
  await fill(from, 'another', historyOf('another', texts(2)))
  expect(await moveHouse(from, to, 'another', ports)).toEqual({ contests: 1, commits: 3 })
  expect(await to.ledger.contests()).toEqual(['another'])
  expect(await moveHouse(from, to, undefined, ports)).toEqual({ contests: 2, commits: 7 })
  expect(await to.ledger.contests()).toEqual(['another', contest])
  await expect(moveHouse(from, to, 'no-such', ports)).rejects.toThrow('There is no contest no-such')
  await expect(moveHouse(await newPlace('trống'), to, undefined, ports)).rejects.toThrow('There is no contest at trống')
  await expect(moveHouse(from, { ...to, name: from.name }, undefined, ports)).rejects.toThrow('the same place')
})

test.each([
  ['without its last commit', (chunk: readonly StoredCommit[]) => chunk.slice(0, -1)],
  ['with a changed line', (chunk: readonly StoredCommit[]) => chunk.map((one) => ({ ...one, line: `${one.line} ` }))],
  ['with a changed hash', (chunk: readonly StoredCommit[]) => chunk.map((one) => ({ ...one, hash: '0' }))],
])('L-50: what reads back %s is not believed, and the contest stays where it was', async (_, harm) => {
  const { from, to } = await bothPlaces(texts(5))
  let reads = 0
  async function* harmed(id: string, after: number): ReturnType<Ledger['read']> {
    reads += 1
    const readingBack = reads === 3
    for await (const chunk of to.ledger.read(id, after)) yield readingBack ? harm(chunk) : chunk
  }
  await expect(move(from, otherwise(to, { read: harmed }), contest, ports)).rejects.toThrow('does not read back')
  expect(await marksOf(from, to)).toEqual([undefined, 'nhà cũ'])
  await appendNext(from.ledger, contest, ['một'])
})

test('L-51: while a part has arrived nobody goes on, and the same move goes on from there', async () => {
  const { from, to, commits } = await bothPlaces(texts(limits.ledger.commitsPerAppend + 10))
  let appends = 0
  const dying = otherwise(to, {
    bringIn: (...bringing) => (++appends === 2 ? new Promise(() => undefined) : to.ledger.bringIn(...bringing)),
  })
  // As good as dead: it never comes back from the second append.
  void move(from, dying, contest, ports)
  await expect.poll(() => appends, patience).toBe(2)
  expect((await to.ledger.head(contest)).number).toBe(limits.ledger.commitsPerAppend)
  expect(await marksOf(from, to)).toEqual(['nhà mới', 'nhà cũ'])
  for (const { ledger } of [from, to])
    await expect(appendNext(ledger, contest, ['một'])).rejects.toBeInstanceOf(ContestMoved)
  expect((await move(from, to, contest, ports)).added).toBe(commits.length - limits.ledger.commitsPerAppend)
  expect(await readAll(to.ledger, contest)).toEqual(commits)
  expect(await marksOf(from, to)).toEqual(['nhà mới', undefined])
})

test.each([
  ['the target cannot be marked', (from: Place, to: Place) => [from, otherwise(to, { markMoved: fails })]],
  ['the source cannot be marked', (from: Place, to: Place) => [otherwise(from, { markMoved: fails }), to]],
  ['the target cannot be appended to', (from: Place, to: Place) => [from, otherwise(to, { bringIn: fails })]],
  ['the target cannot be flushed', (from: Place, to: Place) => [from, otherwise(to, { flushed: fails })]],
] as const)('L-51: when %s the contest stays where it was, and can be moved later', async (_, break_) => {
  const { from, to, commits } = await bothPlaces(texts(5))
  const [source, target] = break_(from, to)
  if (!source || !target) throw new RangeError('two places')
  await expect(move(source, target, contest, ports)).rejects.toBe(broken)
  const more = await appendNext(from.ledger, contest, ['vẫn ghi ở đây'])
  await move(from, to, contest, ports)
  expect(await readAll(to.ledger, contest)).toEqual([...commits, ...more])
})

test('L-51: whether the target goes on is unknown: the source does not, and the same move settles it', async () => {
  const { from, to } = await bothPlaces(texts(5))
  const markMoved: Ledger['markMoved'] = (id, mark) => (mark === null ? fails() : to.ledger.markMoved(id, mark))
  await expect(move(from, otherwise(to, { markMoved }), contest, ports)).rejects.toBe(broken)
  expect(await marksOf(from, to)).toEqual(['nhà mới', 'nhà cũ'])
  expect((await move(from, to, contest, ports)).added).toBe(0)
  expect(await marksOf(from, to)).toEqual(['nhà mới', undefined])
})

test('L-52: another history under the same id is refused, naming the commit, and neither place is changed', async () => {
  const { from, to } = await bothPlaces(texts(5))
  await fill(to, contest, historyOf(contest, texts(5), 'khác'))
  const moving = move(from, to, contest, ports)
  await expect(moving).rejects.toBeInstanceOf(MoveRefused)
  await expect(moving).rejects.toThrow('nhà mới holds another history of dan-van-kheo-2026, different from commit 1 on')
  expect(await marksOf(from, to)).toEqual([undefined, undefined])
})

test('L-52: a target that has gone on is refused, and neither place is changed', async () => {
  const { from, to, commits } = await bothPlaces(texts(5))
  await fill(to, contest, commits)
  const more = await appendNext(to.ledger, contest, ['một'])
  await expect(move(from, to, contest, ports)).rejects.toThrow('has gone on at nhà mới')
  expect(await marksOf(from, to)).toEqual([undefined, undefined])
  expect(await readAll(to.ledger, contest)).toEqual([...commits, ...more])
})

test('L-52: a beginning that is there already is continued, and all of it is nothing to do', async () => {
  const { from, to, commits } = await bothPlaces(texts(5))
  await fill(to, contest, commits.slice(0, 2))
  expect((await move(from, to, contest, ports)).added).toBe(4)
  expect((await move(from, to, contest, ports)).added).toBe(0)
  expect(await readAll(to.ledger, contest)).toEqual(commits)
  expect(await marksOf(from, to)).toEqual(['nhà mới', undefined])
})

test('L-53: a contest comes back to where it began, with all that was written meanwhile', async () => {
  const { from: home, to: away, commits } = await bothPlaces(texts(5))
  await move(home, away, contest, ports)
  const more = await appendNext(away.ledger, contest, ['viết ở nơi mới'])
  expect((await move(away, home, contest, ports)).added).toBe(1)
  expect(await readAll(home.ledger, contest)).toEqual([...commits, ...more])
  expect(await marksOf(home, away)).toEqual([undefined, 'nhà cũ'])
  await appendNext(home.ledger, contest, ['lại ở nhà'])
})

test('L-53: from a place that it has left it is not moved anywhere', async () => {
  const { from: a, to: b } = await bothPlaces(texts(5))
  const c = await newPlace('nơi thứ ba')
  await move(a, b, contest, ports)
  await expect(move(a, c, contest, ports)).rejects.toThrow('has already moved to nhà mới')
  await move(b, c, contest, ports)
  await expect(move(a, b, contest, ports)).rejects.toThrow('has already moved to nơi thứ ba')
  expect(await marksOf(a, b, c)).toEqual(['nhà mới', 'nơi thứ ba', undefined])
  await move(c, a, contest, ports)
  expect(await marksOf(a, b, c)).toEqual([undefined, 'nơi thứ ba', 'nhà cũ'])
})
