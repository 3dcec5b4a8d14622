/** Messages that are large for what they say: whoever sends them pays for them, and nobody waits while they are looked at. */
import { limits } from '@bang-diem/server/limits.ts'
import { Connection } from '@bang-diem/server/sockets/connection.ts'
import { partsOf } from '@bang-diem/server/sockets/parts.ts'
import { PresenceBook } from '@bang-diem/server/sockets/presence.ts'
import { Rate } from '@bang-diem/server/sockets/rate.ts'
import type { Ack } from '@bang-diem/shared/protocol/down.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hubInside } from './inside.ts'
import { startLive } from './live.ts'

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 60_000 })

const { partsExplained, commandsPerSecond } = limits.wire

test('P-13: the parts of a message are the entries of its lists and objects, however deep', () => {
  expect([7, null, 'x'.repeat(1000), undefined].map((message) => partsOf(message, 100))).toEqual([0, 0, 0, 0])
  expect(partsOf({ id: 'x', teams: ['a', 'b'], marks: { a: '1', b: ['2'] } }, 100)).toBe(8)
  let deep: unknown = []
  for (let index = 0; index < 50_000; index++) deep = [deep]
  expect(partsOf(deep, 1e6)).toBe(50_000)
  const long = Array.from({ length: 500_000 })
  expect(partsOf(long, 1000)).toBeGreaterThan(1000)
  expect(partsOf(long, 1e6)).toBe(500_000)
})

test('P-13: a message that weighs more counts for several, and for no more than a page may say in a second', () => {
  const rate = new Rate(commandsPerSecond, 0)
  expect([1e9, 1e9, 1].map((weight) => rate.take(0, weight))).toEqual([true, true, false])
  expect([999, 1000].map((now) => rate.take(now, 1e9))).toEqual([false, true])
  expect(Array.from({ length: 11 }, () => rate.take(1100, 0.5)).filter(Boolean)).toHaveLength(10)
})

test('P-13: D-2: every problem of a command is named, of a large one the first alone', async () => {
  const { room } = await hubInside()
  const page = new Connection(
    'x',
    room,
    { tokenHash: '', seat: 'secretary' },
    { protocol: 1, contest: room.contest },
    new PresenceBook(),
  )
  const problems = (count: number) => {
    const acks: Ack[] = []
    const teams = Array.from({ length: count }, () => 0)
    page.command({ id: 'x', type: 'setOrder', round: 'Chào hỏi', teams }, partsExplained, (ack) => acks.push(ack))
    const [ack] = acks
    return ack?.ok === false ? ack.refusal.problems : undefined
  }
  expect(problems(3)).toHaveLength(4)
  expect(problems(100_000)).toMatchObject([{ path: 'round' }])
})

test('P-13: P-2: messages as large as any may be, from a stranger and from a seat, end nothing', async () => {
  const live = await startLive()
  onTestFinished(() => live.close())
  const [hall, judge, secretary] = [
    await live.hall(),
    await live.page(live.links.judges.gk2),
    await live.page(live.links.secretary),
  ]
  const longest = Array.from({ length: limits.wire.bytesPerMessage / 2 - 100 }, () => 0)
  for (const page of [hall, judge]) {
    for (const event of ['held', 'draft', 'resync', 'clock', 'command']) page.socket.emit(event, longest)
  }
  const order = { id: 'x', type: 'setOrder', round: 'chao-hoi', teams: longest.slice(100) }
  const ack: unknown = await judge.socket.timeout(10_000).emitWithAck('command', order)
  expect(ack).toMatchObject({ ok: false, refusal: { code: 'too-many-requests' } })
  await secretary.must({ type: 'note', text: 'vẫn chạy' })
})
