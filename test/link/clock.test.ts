/** Hub time on a page: measured by questions, and never behind what the hub has said. */
import { expect, test } from 'vitest'
import { openPage } from './page.ts'

const ahead = 7_000_000

/** A page whose questions are answered; each answer is all of its round trip on the way back, which is the worst case. */
async function measured(roundTrips: readonly number[]) {
  const page = openPage()
  await page.timers.pass(2)
  for (const roundTrip of roundTrips) {
    const asked = page.hubs.visit.heard('clock').at(-1)
    const at = page.timers.now() + ahead
    await page.timers.pass(roundTrip)
    asked?.answer({ at })
    await page.timers.pass(400 - roundTrip)
  }
  return page
}

test('O-11: the quickest answer counts, and bounds the error by half its round trip', async () => {
  const { timers, connection } = await measured([300, 40, 200, 350])
  const error = connection.hubNow() - (timers.now() + ahead)
  expect(Math.abs(error)).toBeLessThanOrEqual(20)
})

test('O-11: a page whose clock stood still is corrected by the next beat', async () => {
  const { timers, hubs, connection } = await measured([40])
  hubs.visit.say('beat', { at: timers.now() + ahead + 60_000 })
  expect(connection.hubNow()).toBe(timers.now() + ahead + 60_000)
})

test('O-11: a beat that was long on its way changes nothing', async () => {
  const { timers, hubs, connection } = await measured([40])
  const before = connection.hubNow()
  hubs.visit.say('beat', { at: timers.now() + ahead - 5_000 })
  expect(connection.hubNow()).toBe(before)
})

test('O-11: a bound of long ago is dropped when a question is answered: clocks drift', async () => {
  const { timers, hubs, connection } = await measured([0, 0, 0, 0])
  hubs.visit.say('beat', { at: timers.now() + ahead + 300 })
  for (let second = 0; second < 32; second++) {
    await timers.pass(1_000)
    hubs.visit.say('beat', { at: 0 })
    hubs.visit.heard('clock')[4]?.answer({ at: timers.now() + ahead })
  }
  expect(connection.hubNow()).toBeLessThan(timers.now() + ahead + 100)
})

test('O-11: before the hub has spoken a page goes by its own clock', () => {
  const { timers, connection } = openPage()
  expect(connection.hubNow()).toBe(timers.now())
})
