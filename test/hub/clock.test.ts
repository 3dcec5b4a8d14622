/** Hub time, on a wall clock that may be wrong. */
import { hubClock } from '@bang-diem/server/clock.ts'
import { expect, test } from 'vitest'

const noon = Date.UTC(2026, 9, 14, 5)
const day = 86_400_000

/** A clock in a process that was started a while ago, and the means to let time go by. */
function started(wall: number) {
  let running = 1234.5
  return {
    clock: hubClock(
      () => wall,
      () => running,
    ),
    pass: (ms: number) => {
      running += ms
    },
  }
}

test('P-23: hub time is the wall clock’s at the start, and goes on with the time that has passed since', () => {
  const { clock, pass } = started(noon)
  expect(clock.now()).toBe(noon)
  pass(90_000.4)
  expect(clock.now()).toBe(noon + 90_000)
})

test('P-23: on a wall clock behind the last commit it goes on from that commit, and never stands still', () => {
  const { clock, pass } = started(noon)
  clock.atLeast(noon + day)
  expect(clock.now()).toBe(noon + day)
  pass(300_000)
  expect(clock.now()).toBe(noon + day + 300_000)
})

test('P-23: it never goes back: of many contests the last commit counts, and one long past moves nothing', () => {
  const { clock, pass } = started(noon)
  let last = clock.now()
  for (const at of [noon + day, noon - day, noon + 2 * day, noon + day]) {
    clock.atLeast(at)
    pass(0.3)
    expect(clock.now()).toBeGreaterThanOrEqual(Math.max(last, at))
    last = clock.now()
  }
  expect(last).toBeLessThan(noon + 2 * day + 10)
})
