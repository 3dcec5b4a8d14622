/** What phones say that they hold: whose word is looked at, how much of it, and what follows from a receipt that nobody can prove. */
import { limits } from '@bang-diem/server/limits.ts'
import { alone } from '@bang-diem/server/neighbours.ts'
import { Connection } from '@bang-diem/server/sockets/connection.ts'
import { PresenceBook } from '@bang-diem/server/sockets/presence.ts'
import { PresenceNews } from '@bang-diem/server/sockets/presence-news.ts'
import { put } from '@bang-diem/shared/ledger/grouped.ts'
import type { Presence } from '@bang-diem/shared/protocol/down.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { expect, test } from 'vitest'
import { VirtualTime } from '../spoiler/virtual-time.ts'
import { hubInside } from './inside.ts'

const most = limits.wire.receiptsPerMessage
const receipt = (id: string, commit: number) => ({ id, commit, hash: 'ab'.repeat(32) })

/** A hub, a page of each seat, and a list that counts how many of its items were looked at. */
async function pages() {
  const { room } = await hubInside()
  const page = (seat: SeatId | null) => {
    const session = seat === null ? null : { tokenHash: '', seat }
    return new Connection('x', room, session, { protocol: 1, contest: room.contest }, new PresenceBook())
  }
  const looked = { at: 0 }
  const counted = (items: readonly unknown[]) =>
    new Proxy(items, {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked.at += 1
        return Reflect.get(target, key, receiver)
      },
    })
  return { page, looked, counted }
}

test('P-2: P-13: receipts are looked at if they are a judge’s, and not one of them if they are more than the bound', async () => {
  const { page, looked, counted } = await pages()
  const few = counted([receipt('phone-1', 1)])
  for (const seat of [null, 'mc', 'secretary', 'organiser'] as const) {
    expect(page(seat).held(few, most)).toBeUndefined()
    expect(page(seat).draft(few)).toBe(false)
  }
  const many = counted(Array.from({ length: most + 1 }, () => receipt('phone-1', 1)))
  expect(page('judge:gk2').held(many, most)).toBeUndefined()
  expect(looked.at).toBe(0)
  expect(page('judge:gk2').held(few, most)).toEqual({ unknown: ['phone-1'], behind: false })
})

test('P-13: of receipts that are none only the first is looked at', async () => {
  const { page, looked, counted } = await pages()
  expect(page('judge:gk2').held(counted(Array.from({ length: most }, () => 0)), most)).toBeUndefined()
  expect(looked.at).toBe(1)
})

test('P-14: the ledger is behind a receipt that lies beyond its head, if it does not know the command either', async () => {
  const { room } = await hubInside()
  const page = new Connection(
    'x',
    room,
    { tokenHash: '', seat: 'judge:gk2' },
    { protocol: 1, contest: room.contest },
    new PresenceBook(),
  )
  expect(page.held([receipt('phone-1', 1)], most)).toEqual({ unknown: ['phone-1'], behind: false })
  expect(page.held([receipt('phone-1', 2)], most)).toEqual({ unknown: ['phone-1'], behind: true })
  const hash = 'cd'.repeat(32)
  put(room.state.accepted, 'judge:gk2', 'phone-1', { digest: '', commit: { number: 1, hash } })
  expect(page.held([{ id: 'phone-1', commit: 2, hash }], most)).toEqual({ unknown: [], behind: false })
})

test('P-14: staff are warned of it once, however often it is said', () => {
  const time = new VirtualTime()
  const sent: Presence[] = []
  const news = new PresenceNews({
    timers: time,
    intervalMs: 500,
    warningsOf: () => [],
    send: (_, presence) => sent.push(presence),
    neighbours: alone('http://hub.test'),
  })
  for (let ms = 0; ms <= 5000; ms += 100) {
    while (time.runNext(ms));
    news.isBehind('hoi-thi')
  }
  expect(sent.map(({ warnings }) => warnings)).toEqual([['ledger-behind']])
})
