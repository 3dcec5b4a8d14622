/** Silence on a simulated clock, also when the page itself was asleep. */
import { Heartbeat, silenceLimits } from '@bang-diem/shared/link/heartbeat.ts'
import { expect, test } from 'vitest'
import { SimulatedTimers } from './simulated-timers.ts'

function listen(limit: number) {
  const timers = new SimulatedTimers()
  let silent = 0
  const heartbeat = new Heartbeat(timers, limit, () => {
    silent += 1
  })
  return { timers, heartbeat, silent: () => silent }
}

test('O-6: silence is told within 3 s of the last sign, and once', async () => {
  const { timers, heartbeat, silent } = listen(silenceLimits.attentive)
  await timers.pass(2_000)
  heartbeat.sign()
  await timers.pass(2_400)
  expect(silent()).toBe(0)
  await timers.pass(600)
  expect(silent()).toBe(1)
  await timers.pass(60_000)
  expect(silent()).toBe(1)
})

test('O-10: hurrying shortens the wait and never lengthens it', async () => {
  const { timers, heartbeat, silent } = listen(29_000)
  heartbeat.hurry(1_500)
  await timers.pass(1_400)
  heartbeat.hurry(1_500)
  await timers.pass(200)
  expect(silent()).toBe(1)
})

test('a stopped heartbeat says nothing', async () => {
  const { timers, heartbeat, silent } = listen(1_000)
  heartbeat.stop()
  await timers.pass(10_000)
  expect(silent()).toBe(0)
})
