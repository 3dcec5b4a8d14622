/** Which rings of the bell reach the followers while the hub itself appends. */
import { EventEmitter, once } from 'node:events'
import { anyNumber, Rings } from '@bang-diem/server/ledgers/redis/rings.ts'
import { beforeEach, expect, test } from 'vitest'

const contest = 'dan-van-kheo-2026'

let passed: [contest: string, number: number][]
let rings: Rings

beforeEach(() => {
  passed = []
  rings = new Rings((name, number) => passed.push([name, number]))
})

/** An append that ends when the test says so. */
function append(): { readonly ended: Promise<unknown>; succeed(): void; fail(): void } {
  const end = new EventEmitter()
  const succeeded = once(end, 'end')
  const ended = rings.during(contest, () => succeeded).catch(() => undefined)
  return { ended, succeed: () => void end.emit('end'), fail: () => void end.emit('error', new Error('not appended')) }
}

test('L-20: a ring is passed on at once where nothing is appended to that contest', () => {
  const other = append()
  rings.ring('hoi-thi-khac', 7)
  expect(passed).toEqual([['hoi-thi-khac', 7]])
  other.succeed()
})

test('L-20: rings during an append are passed on when it has ended, the last of them', async () => {
  const own = append()
  rings.ring(contest, 4)
  rings.ring(contest, 3)
  expect(passed).toEqual([])
  own.succeed()
  await own.ended
  expect(passed).toEqual([[contest, 4]])
  rings.ring(contest, 5)
  expect(passed).toEqual([
    [contest, 4],
    [contest, 5],
  ])
})

test('L-20: the clock asks for nothing that a successful append has proved, and for everything after one that failed', async () => {
  const first = append()
  rings.ring(contest, anyNumber)
  first.succeed()
  await first.ended
  expect(passed).toEqual([])
  const second = append()
  rings.ring(contest, anyNumber)
  second.fail()
  await second.ended
  expect(passed).toEqual([[contest, anyNumber]])
})

test('L-20: appends that overlap hold rings back until the last has ended', async () => {
  const [first, second] = [append(), append()]
  rings.ring(contest, 9)
  first.succeed()
  await first.ended
  expect(passed).toEqual([])
  second.succeed()
  await second.ended
  expect(passed).toEqual([[contest, 9]])
})
