/** Many readers in slices: what goes out when, and what it waits for. */
import { Slices } from '@bang-diem/server/sockets/slices.ts'
import { expect, test } from 'vitest'
import { VirtualTime } from '../spoiler/virtual-time.ts'

/** Slices of two readers each, with what was sent to them at which ms. */
function slicesOf(readers: number) {
  const time = new VirtualTime()
  const sent: string[] = []
  const answers = { underWay: false }
  const slices = new Slices({ readers: 2, timers: time, isAwaited: () => answers.underWay })
  const places = Array.from({ length: readers }, () => slices.enter())
  const say = (words: string) => slices.broadcast((slice) => sent.push(`${time.now()} ${words} ${slice}`))
  const finish = () => {
    while (time.runSoon() || time.runNext(1000));
  }
  return { slices, places, say, sent, answers, time, finish }
}

test('F-7: a message goes to one slice at a time, and what has arrived gets its turn in between', () => {
  const { places, say, sent, time } = slicesOf(5)
  expect(places).toEqual([0, 0, 1, 1, 2])
  say('delta')
  expect(sent).toEqual(['0 delta 0'])
  time.runRound()
  expect(sent).toEqual(['0 delta 0', '0 delta 1'])
  time.runRound()
  expect(sent).toEqual(['0 delta 0', '0 delta 1', '0 delta 2'])
})

test('F-7: messages keep their order within every slice', () => {
  const { say, sent, finish } = slicesOf(4)
  say('first')
  say('second')
  finish()
  expect(sent).toEqual(['0 first 0', '0 first 1', '0 second 0', '0 second 1'])
})

test('F-7: while an answer is under way the next slice waits', () => {
  const { say, sent, answers, time, finish } = slicesOf(4)
  say('delta')
  answers.underWay = true
  time.runSoon()
  expect(sent).toEqual(['0 delta 0'])
  answers.underWay = false
  finish()
  expect(sent).toEqual(['0 delta 0', '1 delta 1'])
})

test('F-7: no slice waits for longer than 4 ms, whatever becomes of the answer', () => {
  const { say, sent, answers, finish } = slicesOf(6)
  answers.underWay = true
  say('delta')
  finish()
  expect(sent).toEqual(['0 delta 0', '4 delta 1', '8 delta 2'])
})

test('F-7: a place that was left is given to the next reader, and nothing is sent to an empty slice', () => {
  const { slices, say, sent, finish } = slicesOf(3)
  slices.leave(0)
  expect(slices.enter()).toBe(0)
  slices.leave(1)
  say('delta')
  finish()
  expect(sent).toEqual(['0 delta 0'])
})
