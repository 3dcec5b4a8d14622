/** Commands of the staff: sent now or not at all, and a time-out is not a refusal. */
import { sendCommand, whenDurable } from '@bang-diem/shared/link/send-command.ts'
import { expect, test } from 'vitest'
import { openPage } from './page.ts'

const next = { type: 'take', cue: 'chao-hoi/ea-ngai/intro', onAir: null } as const

test('O-21: without a connection nothing is sent, now or later', async () => {
  const page = openPage()
  page.hubs.welcome = () => undefined
  expect(await sendCommand(next, page)).toEqual({ kind: 'no-connection' })
  await page.timers.pass(60_000)
  expect(page.hubs.visits.flatMap((visit) => visit.heard('command'))).toEqual([])
})

test('O-21: the answer comes back', async () => {
  const page = openPage()
  await page.timers.pass(10)
  const one = sendCommand(next, page)
  page.hubs.visit.heard('command')[0]?.answer({ ok: true, commit: 3, hash: 'aa', receipt: '3-AAAA' })
  expect(await one).toEqual({ kind: 'recorded', receipt: '3-AAAA', commit: 3, durable: true })
  const other = sendCommand(next, page)
  page.hubs.visit.heard('command')[1]?.answer({ ok: false, refusal: { code: 'cue-moved', onAir: 'x' } })
  expect(await other).toEqual({ kind: 'refused', refusal: { code: 'cue-moved', onAir: 'x' } })
})

test('O-21: no answer in 8 s is told as that, and trying again uses the same id', async () => {
  const page = openPage()
  await page.timers.pass(10)
  const sending = sendCommand(next, page)
  await page.beats(9)
  const outcome = await sending
  if (outcome.kind !== 'no-answer') throw new Error(`told as ${outcome.kind}`)
  const again = outcome.retry()
  const [first, second] = page.hubs.visit.heard('command')
  expect(second?.body).toEqual(first?.body)
  second?.answer({ ok: true, commit: 3, hash: 'aa', receipt: '3-AAAA' })
  expect(await again).toMatchObject({ kind: 'recorded' })
})

test('O-21: a connection that ends before the answer leaves it open, also when trying again', async () => {
  const page = openPage()
  await page.timers.pass(10)
  const sending = sendCommand(next, page)
  page.hubs.visit.drop()
  const outcome = await sending
  if (outcome.kind !== 'no-answer') throw new Error(`told as ${outcome.kind}`)
  expect(await outcome.retry()).toMatchObject({ kind: 'no-answer' })
})

test('O-38: an accepted command is done at once, also when it is not durable yet, and it is told when it is', async () => {
  const page = openPage()
  await page.timers.pass(10)
  const one = sendCommand(next, page)
  const ack = { ok: true, commit: 3, hash: 'aa', receipt: '3-AAAA', durable: false }
  page.hubs.visit.heard('command')[0]?.answer(ack)
  expect(await one).toEqual({ kind: 'recorded', receipt: '3-AAAA', commit: 3, durable: false })
  const told: boolean[] = []
  void whenDurable(3, page.connection).then((isDurable) => told.push(isDurable))
  page.hubs.visit.say('durable', { commit: 2 })
  await page.beats(20)
  expect(told).toEqual([])
  page.hubs.visit.say('durable', { commit: 3 })
  await page.timers.pass(0)
  expect(told).toEqual([true])
  // What is known already needs no waiting.
  expect(await whenDurable(3, page.connection)).toBe(true)
})

test('O-38: when the connection ends before, nobody knows, whatever the next hub says', async () => {
  const page = openPage()
  await page.timers.pass(10)
  const told = whenDurable(3, page.connection)
  page.hubs.visit.drop()
  expect(await told).toBe(false)
  expect(await whenDurable(3, page.connection)).toBe(false)
  await page.timers.pass(500)
  expect(page.connection.status).toBe('live')
  expect(page.connection.durable).toBe(0)
})
