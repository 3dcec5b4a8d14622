/** How often a group of channels is published, on virtual time. */
import { Pace } from '@bang-diem/server/pace.ts'
import type { Task } from '@bang-diem/server/turns.ts'
import { expect, test } from 'vitest'
import { VirtualTime } from '../spoiler/virtual-time.ts'

const intervalMs = 50

/** A pace on virtual time; `published` says when each channel went out. A round takes `roundMs` until its first channel is out. */
function paced({ sends = () => true }: { sends?: (channel: string) => boolean } = {}) {
  const time = new VirtualTime()
  const published: string[] = []
  let waiting: Task[] = []
  const load = { roundMs: 0 }
  const pace = new Pace({
    intervalMs,
    timers: time,
    now: () => time.now(),
    inTurn: (tasks) => {
      waiting.push(...tasks)
      if (waiting.length === tasks.length) time.after(load.roundMs, runWaiting)
    },
    publish: (channel) => {
      published.push(`${channel} ${time.now()}`)
      return sends(channel)
    },
  })
  function runWaiting() {
    while (waiting.length > 0) {
      const tasks = waiting
      waiting = []
      for (const task of tasks) task()
    }
  }
  const until = (ms: number) => {
    while (time.runNext(ms));
    time.reach(ms)
  }
  return { pace, published, until, load }
}

test('F-1: the first change goes out at once, what follows within the interval together at its end', () => {
  const { pace, published, until } = paced()
  pace.mark('hall')
  until(10)
  pace.mark('hall')
  pace.mark('desk')
  pace.mark('hall')
  until(200)
  expect(published).toEqual(['hall 0', 'hall 50', 'desk 50'])
  pace.mark('hall')
  until(400)
  expect(published.at(-1)).toBe('hall 200')
})

test('F-2: rounds that take long come less often, and often again when they are short', () => {
  const { pace, published, until, load } = paced()
  pace.mark('hall')
  until(1)
  load.roundMs = 30
  pace.mark('hall')
  until(85)
  expect(published).toEqual(['hall 0', 'hall 80'])
  load.roundMs = 0
  pace.mark('hall')
  until(169)
  expect(published).toHaveLength(2)
  until(170)
  expect(published.at(-1)).toBe('hall 170')
  pace.mark('hall')
  until(220)
  expect(published.at(-1)).toBe('hall 220')
})

test('F-3: a round that sends nothing does not delay the next', () => {
  const visible = { now: false }
  const { pace, published, until } = paced({ sends: () => visible.now })
  pace.mark('hall')
  until(10)
  visible.now = true
  pace.mark('hall')
  until(11)
  expect(published).toEqual(['hall 0', 'hall 10'])
})

test('F-4: what changes while a round is under way goes out in the next one', () => {
  const arriving = ['hall']
  const { pace, published, until } = paced({
    sends: () => {
      for (const channel of arriving.splice(0)) pace.mark(channel)
      return true
    },
  })
  pace.mark('hall')
  pace.mark('desk')
  until(200)
  expect(published).toEqual(['hall 0', 'desk 0', 'hall 50'])
})

test('F-1: a channel that everyone has left is not published, and does not hold up the others', () => {
  const { pace, published, until } = paced()
  pace.mark('hall')
  until(10)
  pace.mark('desk')
  pace.forget('desk')
  until(100)
  pace.mark('hall')
  until(200)
  expect(published).toEqual(['hall 0', 'hall 100'])
})
