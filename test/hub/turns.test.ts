/** Work that gives way: what goes first, and what waits for the next turn. */
import { Turns } from '@bang-diem/server/turns.ts'
import { expect, test } from 'vitest'
import { VirtualTime } from '../spoiler/virtual-time.ts'

/** Turns whose tasks take as many ms as they say, and what was done in which turn of the event loop. */
function lanes(count: number) {
  const time = new VirtualTime()
  const turns: string[][] = []
  let now = 0
  const soon = {
    after: time.after.bind(time),
    soon: (task: () => void) =>
      time.soon(() => {
        turns.push([])
        task()
      }),
  }
  const queue = new Turns(count, soon, () => now)
  const task =
    (name: string, ms = 0) =>
    () => {
      now += ms
      turns.at(-1)?.push(name)
    }
  const elapse = (ms: number) => {
    now += ms
  }
  return { queue, task, run: () => time.runSoon(), round: () => time.runRound(), turns, elapse }
}

test('F-5: short tasks share a turn, and after a millisecond the rest waits for the next', () => {
  const { queue, task, run, turns } = lanes(1)
  queue.add(0, [task('a', 0.4), task('b', 0.7), task('c', 3), task('d')])
  run()
  expect(turns.filter((done) => done.length > 0)).toEqual([['a', 'b'], ['c'], ['d']])
})

test('F-5: nothing is done before the turn of the event loop that it is added in has ended', () => {
  const { queue, task, run, turns } = lanes(1)
  queue.add(0, [task('a')])
  expect(turns).toEqual([])
  run()
  expect(turns[0]).toEqual(['a'])
})

test('F-5: while marks keep arriving, publishing takes a thirty-second part of the time, and all of it again when they stop', () => {
  const { queue, task, round, turns, elapse } = lanes(2)
  queue.add(
    1,
    Array.from({ length: 400 }, () => task('delta', 0.05)),
  )
  for (let arrivals = 0; arrivals < 50; arrivals++) {
    elapse(4)
    round()
  }
  const busy = turns.flat().length * 0.05
  expect(busy / (50 * 4 + busy)).toBeLessThan(1 / 32)
  expect(busy).toBeGreaterThan((50 * 4) / 40)
  const before = turns.length
  for (let quiet = 0; quiet < 3; quiet++) round()
  expect(turns.slice(before).map((done) => done.length)).toEqual([20, 20, 20])
})

test('F-5: what is most urgent does not wait for its share of a busy time', () => {
  const { queue, task, round, turns, elapse } = lanes(2)
  queue.add(1, [task('judges', 1), task('judges', 1)])
  elapse(4)
  round()
  queue.add(0, [task('stage', 0.4), task('stage', 0.4), task('stage', 0.4), task('stage', 0.4)])
  elapse(4)
  round()
  elapse(4)
  round()
  expect(turns).toEqual([['judges'], ['stage', 'stage', 'stage'], ['stage']])
})

test('F-6: what is urgent passes what is not, also what came before it; a lane keeps its order', () => {
  const { queue, task, run, turns } = lanes(3)
  queue.add(2, [task('phone 1', 2), task('phone 2', 2)])
  queue.add(1, [task('judge 1', 2), task('judge 2', 2)])
  queue.add(0, [task('stage', 2)])
  run()
  expect(turns.flat()).toEqual(['stage', 'judge 1', 'judge 2', 'phone 1', 'phone 2'])
})

test('F-6: what is added while tasks run is done as well', () => {
  const { queue, task, run, turns } = lanes(2)
  queue.add(1, [() => queue.add(0, [task('stage')]), task('judge')])
  run()
  expect(turns.flat()).toEqual(['stage', 'judge'])
})
