/** A page among several hubs, on a simulated clock: which one it tries next, how long that takes, and what it says when its own is gone. */
import { Connection } from '@bang-diem/shared/link/connection.ts'
import { expect, test } from 'vitest'
import { home, judge, openPage, seededEntropy } from './page.ts'
import { letIn } from './scripted-hubs.ts'

const otherHub = 'http://192.168.1.11:8080'
const thirdHub = 'http://192.168.1.12:8080'

test('O-8: the same hub once more, then the others, and always the address that the page came from', async () => {
  const { timers, hubs, beats } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [otherHub, 'nonsense'])
  await timers.pass(10)
  await beats(2)
  hubs.welcome = (visit) => visit.drop()
  hubs.visit.drop()
  await timers.pass(20_000)
  expect(hubs.visits.slice(0, 6).map(({ address }) => address)).toEqual([home, home, otherHub, home, otherHub, home])
})

test('O-8: after a goodbye the next hub is tried first', async () => {
  const { timers, hubs, connection } = openPage()
  await timers.pass(10)
  hubs.visit.say('goodbye', { reason: 'hub-stopping', hubs: [home, otherHub] })
  expect(connection.status).toBe('lost')
  await timers.pass(300)
  expect(hubs.visit.address).toBe(otherHub)
  expect(connection.status).toBe('live')
})

test('O-8: after a goodbye a page that was away goes to a living hub, not to its dead home', async () => {
  const { timers, hubs, beats } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [home, otherHub])
  await timers.pass(10)
  hubs.visit.say('goodbye', { reason: 'hub-stopping', hubs: [otherHub] })
  await timers.pass(300)
  await beats(1)
  hubs.visit.say('goodbye', { reason: 'hub-stopping', hubs: [thirdHub] })
  await timers.pass(300)
  expect(hubs.visits.map(({ address }) => address)).toEqual([home, otherHub, thirdHub])
})

test('O-8: after silence the next hub is tried first', async () => {
  const { timers, hubs, connection, beats } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [home, otherHub])
  await timers.pass(10)
  await beats(2)
  await timers.pass(2_500 + 310)
  expect(hubs.visits.map(({ address }) => address)).toEqual([home, otherHub])
  expect(connection.status).toBe('live')
})

test('O-9: a hub that does not know the contest another has let the page in to is perhaps a moment behind, and asked again soon', async () => {
  const { timers, hubs, connection, beats } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [home, otherHub])
  await timers.pass(10)
  await beats(1)
  let behind = true
  hubs.welcome = (visit) => {
    if (visit.address === home) visit.drop()
    else if (behind) visit.refuse({ code: 'contest-unknown', contest: 'hoi-thi' })
    else letIn(visit, {}, [otherHub])
  }
  hubs.visit.say('goodbye', { reason: 'hub-stopping', hubs: [otherHub] })
  await timers.pass(1_000)
  expect(connection.status).toBe('lost')
  behind = false
  await timers.pass(2_000)
  expect(connection.status).toBe('live')
})

test('O-9: one that goes on not knowing it is believed, and told', async () => {
  const { timers, hubs, connection, beats } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [home, otherHub])
  await timers.pass(10)
  await beats(1)
  hubs.welcome = (visit) => (visit.address === home ? visit.drop() : visit.refuse({ code: 'session-unknown' }))
  hubs.visit.say('goodbye', { reason: 'hub-stopping', hubs: [otherHub] })
  await timers.pass(8_000)
  expect(connection.refusal).toEqual({ code: 'session-unknown' })
  const { length } = hubs.visits
  await timers.pass(9_000)
  expect(hubs.visits.length - length).toBeLessThanOrEqual(1)
})

test('O-8: another connection of the same page begins at the hub that the one before was with', async () => {
  const { timers, hubs, connection } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [otherHub, thirdHub])
  await timers.pass(10)
  hubs.visit.say('goodbye', { reason: 'hub-stopping', hubs: [otherHub, thirdHub] })
  await timers.pass(300)
  const { visit: last, open } = hubs
  const known = connection.addresses
  connection.close()
  const again = new Connection(judge, { home, known, open, timers, entropy: seededEntropy() })
  await timers.pass(10)
  expect([last.address, hubs.visit.address, again.status]).toEqual([otherHub, otherHub, 'live'])
  expect(again.refuge).toBe(otherHub)
})

test('O-8: a hub that began later is known from the beat that names it', async () => {
  const { timers, hubs, connection } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [home])
  await timers.pass(10)
  hubs.visit.say('beat', { at: 5_000_000, hubs: [home, otherHub] })
  hubs.visit.say('beat', { at: 5_001_000 })
  hubs.welcome = (visit) => (visit.address === home ? visit.drop() : letIn(visit))
  hubs.visit.drop()
  await timers.pass(1_000)
  expect(hubs.visit.address).toBe(otherHub)
  expect(connection.status).toBe('live')
})

test('O-7: an address that answers nothing at all costs 2 s while another hub is known, and 5 s when all were tried', async () => {
  const { timers, hubs, beats } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [home, otherHub])
  await timers.pass(10)
  await beats(1)
  hubs.welcome = () => undefined
  hubs.visit.drop()
  const begun: number[] = []
  for (let ms = 0; ms < 15_000; ms += 25) {
    if (hubs.visits.length > begun.length + 1) begun.push(timers.now())
    await timers.pass(25)
  }
  const between = begun.slice(1).map((at, index) => at - (begun[index] ?? 0))
  expect(between[0]).toBeLessThan(2_000 + 600 + 50)
  expect(between[1]).toBeLessThan(2_000 + 1_200 + 50)
  expect(between[2]).toBeGreaterThan(5_000)
})

test('O-40: a page knows that it lives on another hub while its own address is dead', async () => {
  const { timers, hubs, connection, beats } = openPage()
  hubs.welcome = (visit) => letIn(visit, {}, [home, otherHub])
  await timers.pass(10)
  expect(connection.refuge).toBeNull()
  hubs.welcome = (visit) => letIn(visit, {}, [otherHub])
  hubs.visit.say('goodbye', { reason: 'hub-stopping', hubs: [otherHub] })
  expect(connection.refuge).toBeNull()
  await timers.pass(300)
  await beats(1)
  expect(connection.refuge).toBe(otherHub)
  expect(connection.addresses).toEqual([otherHub, home])
  hubs.visit.say('beat', { at: 5_001_000, hubs: [otherHub, home] })
  expect(connection.refuge).toBeNull()
})
