/** What the hub tells of commands that its ledger has received and not yet made durable: to whom, and to nobody else. */
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { type Ack, durableSchema, heldAnswerSchema } from '@bang-diem/shared/protocol/down.ts'
import type { Held } from '@bang-diem/shared/protocol/up.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { post } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { hubInside } from './inside.ts'
import { ReceivingLedger } from './receiving-ledger.ts'

async function receivingHub() {
  let ledger: ReceivingLedger | undefined
  const around = (real: Ledger) => {
    ledger = new ReceivingLedger(real)
    return ledger
  }
  const { room, port, codes } = await hubInside({}, around)
  if (!ledger) throw new Error('the hub opened without its ledger')
  const url = `http://127.0.0.1:${port}`
  const opened = async (session?: string) => {
    const page = new Page(url, { contest: room.contest, ...(session ? { session } : { screen: 'stage' }) })
    onTestFinished(() => page.close())
    const durable: number[] = []
    page.socket.on('durable', (message) => durable.push(v.parse(durableSchema, message).commit))
    await page.until('the first snapshot', () => page.replica.version !== null)
    const held = async (receipts: Held) =>
      v.parse(heldAnswerSchema, await page.socket.timeout(20_000).emitWithAck('held', receipts))
    // A message that was sent before the answer to this has been heard with it.
    const caughtUp = () => page.socket.timeout(20_000).emitWithAck('clock')
    return { page, durable, held, caughtUp }
  }
  const sessionOf = async (seat: SeatId) => {
    const joined = await post(`${url}/api/join`, { code: codes.get(seat) })
    return v.parse(v.object({ session: v.string() }), joined).session
  }
  const seated = async (seat: SeatId) => opened(await sessionOf(seat))
  return { room, ledger, opened, sessionOf, seated }
}

const stepBack = (team: string) => ({ type: 'recuse', round: 'chao-hoi', team, reason: 'Có liên quan' }) as const

function accepted(ack: Ack): Extract<Ack, { ok: true }> {
  if (!ack.ok) throw new Error(`refused: ${ack.refusal.code}`)
  return ack
}

const receiptOf = (id: string, ack: Ack) => {
  const { commit, hash } = accepted(ack)
  return { id, commit, hash }
}

test('P-45: what is only received is answered so, also when it is repeated, until it is durable', async () => {
  const { ledger, seated } = await receivingHub()
  const { page, durable, caughtUp } = await seated('judge:gk2')
  const first = accepted(await page.send(stepBack('a'), 'phone-1'))
  expect(first.durable).toBe(false)
  expect(await page.send(stepBack('a'), 'phone-1')).toEqual(first)
  await caughtUp()
  expect(durable).toEqual([])
  await ledger.flushUntil(() => durable.length > 0)
  expect(durable).toEqual([first.commit])
  const { durable: _, ...certain } = first
  expect(await page.send(stepBack('a'), 'phone-1')).toEqual(certain)
  await caughtUp()
  expect(durable).toEqual([first.commit])
})

test('P-45: each page is told once, of its own commits only; a page without one, the hall and staff who only look never', async () => {
  const { ledger, opened, seated } = await receivingHub()
  const [gk2, gk3, secretary] = [await seated('judge:gk2'), await seated('judge:gk3'), await seated('secretary')]
  const silent = [await opened(), await seated('judge:gk1'), await seated('mc'), await seated('organiser')]
  const one = accepted(await gk2.page.send(stepBack('a')))
  const two = accepted(await gk2.page.send(stepBack('b')))
  const noted = accepted(await secretary.page.send({ type: 'note', text: 'Mất điện hai phút' }))
  const last = accepted(await gk3.page.send(stepBack('c')))
  expect([one, two, noted, last].map(({ durable }) => durable)).toEqual([false, false, false, false])
  expect(last.commit).toBeGreaterThan(two.commit)
  await ledger.flushUntil(() => gk3.durable.length > 0)
  for (const { caughtUp } of [gk2, gk3, secretary, ...silent]) await caughtUp()
  for (const { durable } of silent) expect(durable).toEqual([])
  expect([secretary.durable, gk3.durable]).toEqual([[noted.commit], [last.commit]])
  // Together, or the earlier one first.
  expect([[two.commit], [one.commit, two.commit]]).toContainEqual(gk2.durable)
})

test('P-45: where every append is durable at once nobody is told anything', async () => {
  const { ledger, seated } = await receivingHub()
  ledger.says = 'durable'
  const { page, durable, held, caughtUp } = await seated('judge:gk2')
  const ack = accepted(await page.send(stepBack('a'), 'phone-1'))
  expect(ack).not.toHaveProperty('durable')
  expect(await held([receiptOf('phone-1', ack)])).toEqual({ unknown: [], behind: false })
  ledger.flush()
  await caughtUp()
  expect(durable).toEqual([])
})

test('P-46: a phone that was away learns what is durable, and is told of the rest', async () => {
  const { ledger, opened, sessionOf } = await receivingHub()
  const session = await sessionOf('judge:gk2')
  const before = await opened(session)
  const first = receiptOf('phone-1', await before.page.send(stepBack('a'), 'phone-1'))
  await ledger.flushUntil(() => before.durable.length > 0)
  const second = receiptOf('phone-2', await before.page.send(stepBack('b'), 'phone-2'))
  before.page.close()

  const after = await opened(session)
  expect(await after.held([first, second])).toEqual({ unknown: [], behind: false, durable: first.commit })
  expect(await after.held([second])).toEqual({ unknown: [], behind: false, durable: 0 })
  const foreign = { ...second, hash: 'ab'.repeat(32) }
  expect(await after.held([first, foreign])).toEqual({ unknown: ['phone-2'], behind: false })
  expect(after.durable).toEqual([])
  await ledger.flushUntil(() => after.durable.length > 0)
  expect(await after.held([first, second])).toEqual({ unknown: [], behind: false })
  await after.caughtUp()
  expect(after.durable).toEqual([second.commit])
  expect(before.durable).toEqual([first.commit])
})
