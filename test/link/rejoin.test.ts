/** The way back after a hub has lost a session: once by itself, never in a circle, and never against another device. */
import type { Connection } from '@bang-diem/shared/link/connection.ts'
import type { ApiOutcome } from '@bang-diem/shared/link/http.ts'
import { Rejoin } from '@bang-diem/shared/link/rejoin.ts'
import type { Joined } from '@bang-diem/shared/protocol/down.ts'
import { describe, expect, test } from 'vitest'
import { judge, openPage } from './page.ts'
import { letIn, type Visit } from './scripted-hubs.ts'

const unknown = (visit: Visit) => visit.refuse({ code: 'session-unknown' })
const away: ApiOutcome<Joined> = { ok: false, kind: 'no-connection' }
const saysNo = (code: string): ApiOutcome<Joined> => ({
  ok: false,
  kind: 'refused',
  status: 401,
  refusal: { code },
  problems: [],
})

function joinedAs(place: number): ApiOutcome<Joined> {
  const session = `session-number-${place}-0123456789`
  const value = { session, role: 'judge', judge: 'gk1', contest: 'hoi-thi', history: '1'.repeat(64) } as const
  return { ok: true, value }
}

/** A seat's page: `answer` is what an exchange of its code comes to, the how manieth it is. */
function openSeat(answer: (place: number) => ApiOutcome<Joined> = joinedAs) {
  const page = openPage()
  let exchanges = 0
  const rejoin = new Rejoin(page.connection, async () => answer(++exchanges))
  return { ...page, rejoin, exchanged: () => exchanges }
}

/** The hub that knows no session but those that were opened since. */
const knowsOnlyNew = (visit: Visit) => (visit.handshake.session === judge.session ? unknown(visit) : letIn(visit))

const hasTold = (connection: Connection, driving: boolean) => connection.seat?.driving === driving

describe('by itself', () => {
  test('O-30: on session-unknown the code is exchanged, and the page comes in with the new session at once', async () => {
    const { timers, hubs, connection, exchanged, rejoin } = openSeat()
    hubs.welcome = knowsOnlyNew
    await timers.pass(10)
    expect(exchanged()).toBe(1)
    expect(hubs.visits.map(({ handshake }) => handshake.session)).toEqual([
      judge.session,
      'session-number-1-0123456789',
    ])
    expect([connection.status, connection.refusal, rejoin.state]).toEqual(['live', null, 'idle'])
  })

  test('O-30: so it does in the middle of a contest, and each time that the hub had let it in', async () => {
    const { timers, hubs, exchanged } = openSeat()
    await timers.pass(10)
    for (let times = 1; times <= 3; times += 1) {
      const before = hubs.visit.handshake.session
      hubs.welcome = (visit) => (visit.handshake.session === before ? unknown(visit) : letIn(visit))
      hubs.visit.drop()
      await timers.pass(2_000)
      expect(exchanged()).toBe(times)
      expect(hubs.visit.open).toBe(true)
    }
  })

  test('O-30: a hub that does not know the new session either is asked for another at every fourth refusal', async () => {
    const { timers, hubs, connection, exchanged } = openSeat()
    hubs.welcome = unknown
    await timers.pass(25_000)
    expect(exchanged()).toBe(1)
    await timers.pass(575_000)
    expect(exchanged()).toBe(1 + Math.floor((hubs.visits.length - 1) / 4))
    expect(exchanged()).toBeGreaterThan(5)
    expect(connection.refusal).toEqual({ code: 'session-unknown' })
  })

  test('O-30: a session that was lost with the end of a ledger is opened anew, without anybody touching the page', async () => {
    const { timers, hubs, connection, exchanged } = openSeat()
    hubs.welcome = (visit) =>
      visit.handshake.session === 'session-number-2-0123456789' ? letIn(visit) : unknown(visit)
    await timers.pass(120_000)
    expect([exchanged(), connection.status]).toEqual([2, 'live'])
  })

  test.each([away, saysNo('hub-stopping'), saysNo('too-many-requests')])(
    'O-30: an answer of the moment is none: with the next refusal the exchange is tried again',
    async (first) => {
      const { timers, hubs, connection, exchanged, rejoin } = openSeat((place) => (place < 3 ? first : joinedAs(place)))
      hubs.welcome = knowsOnlyNew
      await timers.pass(10)
      expect([exchanged(), rejoin.state]).toEqual([1, 'failed'])
      await timers.pass(40_000)
      expect([exchanged(), rejoin.state, connection.refusal]).toEqual([3, 'idle', null])
      expect(connection.connections).toBeGreaterThan(0)
    },
  )

  test.each(['seat-revoked', 'contest-unknown', 'protocol-unsupported'])('O-30: never after %s', async (code) => {
    const { timers, hubs, exchanged } = openSeat()
    hubs.welcome = (visit) => visit.refuse({ code })
    await timers.pass(100_000)
    expect(exchanged()).toBe(0)
  })

  test('O-30: never when another device drives the seat; by hand it is', async () => {
    const { timers, hubs, connection, exchanged, rejoin } = openSeat()
    await timers.pass(10)
    hubs.visit.say('seat', { seat: 'judge:gk1', roles: ['judge'], driving: false })
    expect(hasTold(connection, false)).toBe(true)
    hubs.welcome = knowsOnlyNew
    hubs.visit.drop()
    await timers.pass(100_000)
    expect(exchanged()).toBe(0)
    await rejoin.now()
    await timers.pass(10)
    expect([exchanged(), connection.status]).toEqual([1, 'live'])
  })

  test('O-30: of two devices the later one drives, and the other leaves it so', async () => {
    const [one, other] = [openSeat(), openSeat()]
    for (const { hubs, timers } of [one, other]) {
      hubs.welcome = knowsOnlyNew
      await timers.pass(10)
    }
    one.hubs.visit.say('seat', { seat: 'judge:gk1', roles: ['judge'], driving: false })
    await one.beats(120)
    expect([one.exchanged(), other.exchanged()]).toEqual([1, 1])
  })
})

describe('a code that is refused', () => {
  test.each(['link-unknown', 'seat-revoked'])(
    'O-31: after %s it is not tried again, and that is said',
    async (code) => {
      const { timers, hubs, exchanged, rejoin } = openSeat(() => saysNo(code))
      hubs.welcome = unknown
      await timers.pass(300_000)
      expect([exchanged(), rejoin.state]).toEqual([1, 'refused'])
    },
  )

  test('O-31: when the hub knows the session again nothing is said any longer', async () => {
    const { timers, hubs, connection, rejoin } = openSeat(() => saysNo('link-unknown'))
    hubs.welcome = unknown
    await timers.pass(20_000)
    hubs.welcome = (visit) => letIn(visit)
    await timers.pass(20_000)
    expect([rejoin.state, connection.refusal]).toEqual(['idle', null])
  })
})

describe('by hand', () => {
  test('P-6, O-30: the seat comes back with a new session; what the page shows stays meanwhile', async () => {
    const { timers, hubs, connection, rejoin } = openSeat()
    hubs.welcome = (visit) => letIn(visit, { call: 'ea-ngai' })
    await timers.pass(10)
    const first = hubs.visit
    hubs.welcome = () => undefined
    await rejoin.now()
    expect([first.open, connection.status, connection.entries.get('call')]).toEqual([false, 'lost', 'ea-ngai'])
    letIn(hubs.visit)
    expect([connection.status, connection.connections]).toEqual(['live', 2])
  })

  test('O-30: a page that was closed meanwhile stays closed', async () => {
    const { timers, hubs, connection, rejoin } = openSeat()
    await timers.pass(10)
    const coming = rejoin.now()
    rejoin.close()
    connection.close()
    await coming
    await timers.pass(10_000)
    expect(hubs.visits).toHaveLength(1)
  })
})
