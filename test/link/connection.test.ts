/** A page's connection on a simulated clock: silence, coming back, the round of hubs, refusals, hub time. */
import { describe, expect, test } from 'vitest'
import { home, judge, openPage } from './page.ts'
import { letIn } from './scripted-hubs.ts'

const otherHub = 'http://192.168.1.11:8080'

describe('connecting', () => {
  test('O-1: a page is live with its snapshot and not before', async () => {
    const { timers, hubs, connection } = openPage()
    hubs.welcome = (visit) => visit.accept()
    await timers.pass(10)
    expect(connection.status).toBe('connecting')
    hubs.visit.say('snapshot', { version: 4, at: 0, entries: { scene: { kind: 'stand-by' } }, hubs: [] })
    expect(connection.status).toBe('live')
    expect(connection.entries.get('scene')).toEqual({ kind: 'stand-by' })
  })

  test('O-1: the handshake says who comes, and leaves out what is not known', async () => {
    const { timers, hubs } = openPage({ contest: 'hoi-thi', screen: 'stage', name: 'Máy chiếu' })
    await timers.pass(10)
    expect(JSON.parse(JSON.stringify(hubs.visit.handshake))).toEqual({
      protocol: 1,
      contest: 'hoi-thi',
      screen: 'stage',
      name: 'Máy chiếu',
    })
  })

  test('O-4: a gap is asked about once, and again after 2 s, until the snapshot comes', async () => {
    const { timers, hubs, connection, beats } = openPage()
    await timers.pass(10)
    const { visit } = hubs
    visit.say('delta', { from: 3, to: 4, set: { scene: 1 }, unset: [] })
    visit.say('delta', { from: 4, to: 5, set: { scene: 2 }, unset: [] })
    visit.say('delta', { from: 'x' })
    expect(visit.heard('resync')).toHaveLength(1)
    await beats(3)
    expect(visit.heard('resync')).toHaveLength(2)
    visit.say('snapshot', { version: 5, at: 0, entries: { scene: 2 }, hubs: [] })
    await beats(5)
    expect(visit.heard('resync')).toHaveLength(2)
    expect(connection.entries.get('scene')).toBe(2)
  })
})

describe('losing and coming back', () => {
  test.each([
    ['a judge', judge],
    ['a stage screen', { contest: 'hoi-thi', screen: 'stage' } as const],
  ])('O-6: %s notices a silent hub within 3 s, without any close event', async (_who, options) => {
    const { timers, hubs, connection, beats } = openPage(options)
    await timers.pass(10)
    await beats(5)
    expect(connection.status).toBe('live')
    await timers.pass(2_400)
    expect(connection.status).toBe('live')
    await timers.pass(200)
    expect(connection.status).toBe('lost')
    expect(hubs.visits[0]?.open).toBe(false)
  })

  test('O-6: a phone of the audience bears ten silent seconds and notices within 30', async () => {
    const { timers, connection } = openPage({ contest: 'hoi-thi', screen: 'audience' })
    await timers.pass(10_000)
    expect(connection.status).toBe('live')
    await timers.pass(19_100)
    expect(connection.status).toBe('lost')
  })

  test('O-5: the last good picture stays, and the page is live again by itself', async () => {
    const { timers, hubs, connection, beats } = openPage()
    hubs.welcome = (visit) => letIn(visit, { scene: { kind: 'title' } })
    await timers.pass(10)
    hubs.welcome = () => undefined
    hubs.visit.drop()
    await timers.pass(2_000)
    expect(connection.status).toBe('lost')
    expect(connection.entries.get('scene')).toEqual({ kind: 'title' })
    hubs.welcome = (visit) => letIn(visit, { scene: { kind: 'stand-by' } })
    await beats(10)
    expect(connection.status).toBe('live')
    expect(connection.connections).toBe(2)
    expect(connection.entries.get('scene')).toEqual({ kind: 'stand-by' })
  })

  const hall = { contest: 'hoi-thi', screen: 'audience' } as const
  const screen = { contest: 'hoi-thi', screen: 'stage' } as const

  test.each([
    ['a judge', judge, [300, 600, 1_200, 2_000, 2_000, 2_000]],
    ['a stage screen', screen, [300, 600, 1_200, 2_000, 2_000, 2_000]],
    ['a phone of the audience', hall, [500, 1_000, 2_000, 4_000, 4_000, 4_000]],
  ])('O-7: %s limits attempts to 5 s and doubles its pauses', async (_, options, steps) => {
    const { timers, hubs, connection } = openPage(options)
    hubs.welcome = () => undefined
    const begun: number[] = []
    let seen = 0
    for (let ms = 0; ms < 60_000; ms += 25) {
      if (hubs.visits.length > seen) begun.push(timers.now())
      seen = hubs.visits.length
      await timers.pass(25)
    }
    const pauses = begun.slice(1).map((at, index) => at - (begun[index] ?? 0) - 5_000)
    expect(pauses.length).toBeGreaterThanOrEqual(6)
    for (const [index, step] of steps.entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(step / 2 - 25)
      expect(pauses[index]).toBeLessThanOrEqual(step + 50)
    }
    expect(connection.status).toBe('connecting')
  })

  test('O-7: a hub that lets in and drops at once is not hurried back to, one that beats is', async () => {
    const { timers, hubs, beats } = openPage()
    hubs.welcome = (visit) => {
      letIn(visit)
      visit.drop()
    }
    await timers.pass(30_000)
    expect(hubs.visits.length).toBeLessThan(32)
    hubs.welcome = (visit) => letIn(visit)
    await beats(7)
    const before = hubs.visits.length
    hubs.visit.drop()
    await timers.pass(310)
    expect(hubs.visits.length).toBe(before + 1)
  })

  test('O-7: hubs that only say goodbye are not hurried round', async () => {
    const { timers, hubs } = openPage()
    hubs.welcome = (visit) => {
      letIn(visit)
      visit.say('goodbye', { reason: 'hub-stopping', hubs: [home, otherHub] })
    }
    await timers.pass(30_000)
    expect(hubs.visits.length).toBeLessThan(32)
  })

  test('O-10: a page that wakes connects at once, or demands a sign within 1.5 s', async () => {
    const { timers, hubs, connection } = openPage({ contest: 'hoi-thi', screen: 'audience' })
    await timers.pass(10)
    connection.checkNow()
    await timers.pass(1_600)
    expect(connection.status).toBe('lost')
    hubs.welcome = () => undefined
    await timers.pass(10_000)
    const before = hubs.visits.length
    while (hubs.visits.length === before) await timers.pass(100)
    await timers.pass(5_001)
    const waiting = hubs.visits.length
    connection.checkNow()
    expect(hubs.visits.length).toBe(waiting + 1)
  })

  test('O-10: an answer is a sign', async () => {
    const { timers, hubs, connection } = openPage({ contest: 'hoi-thi', screen: 'audience' })
    await timers.pass(3_000)
    connection.checkNow()
    await timers.pass(500)
    hubs.visit.heard('clock').at(-1)?.answer({ at: 0 })
    await timers.pass(5_000)
    expect(connection.status).toBe('live')
    expect(connection.connections).toBe(1)
  })
})

describe('being refused', () => {
  test.each(['seat-revoked', 'protocol-unsupported'])('O-9: after %s the page stops and says why', async (code) => {
    const { timers, hubs, connection } = openPage()
    hubs.welcome = (visit) => visit.refuse({ code })
    await timers.pass(600_000)
    expect(connection.status).toBe('refused')
    expect(connection.refusal).toEqual({ code })
    expect(hubs.visits).toHaveLength(1)
  })

  test('O-9: an unknown contest is said, and asked for again every 10 to 15 s', async () => {
    const { timers, hubs, connection, beats } = openPage()
    hubs.welcome = (visit) => visit.refuse({ code: 'contest-unknown', contest: 'hoi-thi' })
    await timers.pass(60_000)
    expect(connection.status).toBe('refused')
    expect(hubs.visits.length).toBeGreaterThanOrEqual(4)
    expect(hubs.visits.length).toBeLessThanOrEqual(7)
    hubs.welcome = (visit) => letIn(visit)
    await beats(16)
    expect(connection.status).toBe('live')
    expect(connection.refusal).toBeNull()
  })

  test('O-9: a refusal is not told any longer once nobody answers', async () => {
    const { timers, hubs, connection } = openPage()
    hubs.welcome = (visit) => visit.refuse({ code: 'contest-unknown', contest: 'hoi-thi' })
    await timers.pass(10)
    hubs.welcome = (visit) => visit.drop()
    await timers.pass(16_000)
    expect(connection.status).toBe('connecting')
  })

  test('O-9: a hub that is stopping is an ordinary loss', async () => {
    const { timers, hubs, connection } = openPage()
    hubs.welcome = (visit) => visit.refuse({ code: 'hub-stopping' })
    await timers.pass(5)
    expect(connection.status).toBe('connecting')
    hubs.welcome = (visit) => letIn(visit)
    await timers.pass(1_000)
    expect(connection.status).toBe('live')
  })
})

test('a page that is closed connects no more', async () => {
  const { timers, hubs, connection } = openPage()
  await timers.pass(10)
  connection.close()
  await timers.pass(60_000)
  expect(hubs.visits).toHaveLength(1)
  expect(connection.status).toBe('lost')
})
