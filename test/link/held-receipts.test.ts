/** What a phone believes of a hub that has received a command and not yet made it durable: never too much, and nothing for ever. */
import { CommandOutbox } from '@bang-diem/shared/link/command-outbox.ts'
import { keptCommandSchema, type OutboxBody } from '@bang-diem/shared/link/kept-command.ts'
import { lampOf } from '@bang-diem/shared/link/lamp.ts'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { MemoryStorage } from './memory-storage.ts'
import { openPage } from './page.ts'
import { letIn, type Sent } from './scripted-hubs.ts'

const hashOf = (commit: number) => String(commit).padStart(64, '0')
const recorded = (commit: number) => ({ ok: true, commit, hash: hashOf(commit), receipt: `${commit}-0000` })
const received = (commit: number) => ({ ...recorded(commit), durable: false })

function sheet(team: string): OutboxBody {
  return { type: 'submitSheet', round: 'chao-hoi', team, run: 0, revision: 0, marks: { 'noi-dung': '8.25' } }
}

function openPhone(storage = new MemoryStorage()) {
  const page = openPage()
  const outbox = new CommandOutbox({ ...page, storage })
  const commands = () => page.hubs.visits.flatMap((visit) => visit.heard('command'))
  const lamp = () => lampOf(outbox.items, page.connection.status)
  const durable = () => outbox.items.map((item) => (item.state === 'recorded' ? item.durable : item.state))
  return { ...page, storage, outbox, commands, lamp, durable }
}

/** A phone whose sheets were answered as received, with these commit numbers. */
async function phoneWith(...commits: number[]) {
  const phone = openPhone()
  await phone.beats(1)
  for (const commit of commits) {
    await phone.outbox.submit(sheet(`doi-${commit}`))
    phone.commands().at(-1)?.answer(received(commit))
    await phone.timers.pass(0)
  }
  return phone
}

const idOf = (sent: Sent | undefined) => (sent?.body as { id: string } | undefined)?.id ?? ''

test('O-35: an answer that says nothing of it is durable; `durable: false` is received, and nothing is sent again for it', async () => {
  const phone = openPhone()
  await phone.beats(1)
  for (const team of ['ea-ngai', 'tay-dang']) await phone.outbox.submit(sheet(team))
  phone.commands()[0]?.answer(recorded(7))
  phone.commands()[1]?.answer(received(8))
  await phone.beats(20)
  expect(phone.durable()).toEqual([true, false])
  expect(phone.lamp()).toBe('received')
  expect(phone.commands()).toHaveLength(2)
})

test('O-35: the hub’s word makes everything up to it durable, on the phone too', async () => {
  const phone = await phoneWith(7, 9, 12)
  phone.hubs.visit.say('durable', { commit: 9 })
  expect(phone.durable()).toEqual([true, true, false])
  expect(phone.lamp()).toBe('received')
  phone.hubs.visit.say('durable', { commit: 12 })
  await phone.timers.pass(0)
  expect(phone.lamp()).toBe('recorded')
  const after = openPhone(phone.storage)
  await after.outbox.ready
  expect(after.durable()).toEqual([true, true, true])
})

test('O-35: a word that came before the answer counts for it', async () => {
  const phone = await phoneWith(7)
  await phone.outbox.submit(sheet('ea-ngai'))
  phone.hubs.visit.say('durable', { commit: 9 })
  phone.commands().at(-1)?.answer(received(9))
  await phone.timers.pass(0)
  expect(phone.durable()).toEqual([true, true])
})

test('O-35: a word that cannot be read, and an earlier one, take nothing back', async () => {
  const phone = await phoneWith(7)
  phone.hubs.visit.say('durable', { commit: -1 })
  phone.hubs.visit.say('durable', {})
  expect(phone.durable()).toEqual([false])
  phone.hubs.visit.say('durable', { commit: 7 })
  phone.hubs.visit.say('durable', { commit: 5 })
  expect(phone.durable()).toEqual([true])
})

test('O-35: a reload keeps it received, and what an older page has kept is durable', async () => {
  const phone = await phoneWith(7)
  const after = openPhone(phone.storage)
  after.hubs.welcome = () => undefined
  await after.outbox.ready
  expect(after.durable()).toEqual([false])

  const { durable: _, ...answer } = { state: 'recorded', ...recorded(7), durable: true }
  const old = { id: 'a', order: 1, body: sheet('ea-ngai'), answer }
  expect(v.parse(keptCommandSchema, old).answer).toMatchObject({ state: 'recorded', durable: true })
})

test('O-35: `held` covers both kinds; its answer makes durable what it does not leave out', async () => {
  const phone = await phoneWith(7, 9)
  phone.hubs.visit.drop()
  expect(phone.lamp()).toBe('received')
  await phone.timers.pass(500)
  const [held] = phone.hubs.visit.heard('held')
  expect(held?.body).toEqual(
    [7, 9].map((commit, at) => ({ id: idOf(phone.commands()[at]), commit, hash: hashOf(commit) })),
  )
  held?.answer({ unknown: [], behind: false, durable: 7 })
  await phone.timers.pass(0)
  expect(phone.durable()).toEqual([true, false])
  // The hub goes on telling on this connection.
  phone.hubs.visit.say('durable', { commit: 9 })
  expect(phone.durable()).toEqual([true, true])
})

test('O-35: an answer to `held` without a number says that all it knows is durable; what it does not know is sent again', async () => {
  const phone = await phoneWith(7, 9)
  phone.hubs.visit.drop()
  await phone.timers.pass(500)
  phone.hubs.visit.heard('held')[0]?.answer({ unknown: [idOf(phone.commands()[1])], behind: true })
  await phone.timers.pass(0)
  expect(phone.durable()).toEqual([true, 'sending'])
  expect(phone.commands().map(idOf).slice(1)).toEqual([idOf(phone.commands()[1]), idOf(phone.commands()[1])])
})

test('O-35: a hub that went on without a command is not believed about it, however far it has come', async () => {
  const phone = await phoneWith(7)
  phone.hubs.visit.drop()
  await phone.outbox.submit(sheet('tay-dang'))
  await phone.timers.pass(500)
  // Its commit 7 is another one: the ledger had lost ours.
  phone.commands().at(-1)?.answer(received(20))
  phone.hubs.visit.say('durable', { commit: 20 })
  await phone.timers.pass(0)
  expect(phone.durable()).toEqual([false, true])
  phone.hubs.visit.heard('held')[0]?.answer({ unknown: [idOf(phone.commands()[0])], behind: false, durable: 20 })
  await phone.timers.pass(0)
  expect(phone.durable()).toEqual(['sending', true])
})

test('O-35: a word of one connection says nothing on the next', async () => {
  const phone = await phoneWith(7)
  phone.hubs.visit.say('durable', { commit: 7 })
  phone.hubs.visit.drop()
  await phone.outbox.submit(sheet('tay-dang'))
  await phone.timers.pass(500)
  phone.commands().at(-1)?.answer(received(5))
  await phone.timers.pass(0)
  expect(phone.durable()).toEqual([true, false])
})

test('O-35: what is not durable is held on although its round is certified', async () => {
  const phone = await phoneWith(7, 9)
  phone.hubs.visit.say('durable', { commit: 7 })
  phone.outbox.forgetRounds(new Set(['chao-hoi']))
  expect(phone.durable()).toEqual([false])
  phone.hubs.visit.say('durable', { commit: 9 })
  phone.outbox.forgetRounds(new Set(['chao-hoi']))
  expect(phone.durable()).toEqual([])
})

test('O-18: O-35: more receipts than one message holds are told in several, each answered for itself', async () => {
  const phone = openPhone()
  phone.hubs.welcome = () => undefined
  await phone.outbox.ready
  const commits = Array.from({ length: 250 }, (_, at) => at + 1)
  for (const commit of commits) {
    const answer = { state: 'recorded', ...recorded(commit), durable: false } as const
    await phone.storage.put({ id: `c${commit}`, order: commit, body: sheet('ea-ngai'), answer })
  }
  const after = openPhone(phone.storage)
  after.hubs.welcome = (visit) => letIn(visit)
  await after.timers.pass(10)
  expect(after.hubs.visit.heard('held')).toHaveLength(1)
  after.hubs.visit.heard('held')[0]?.answer({ unknown: [], behind: false })
  await after.timers.pass(0)
  after.hubs.visit.heard('held')[1]?.answer({ unknown: ['c250'], behind: false, durable: 240 })
  await after.timers.pass(0)
  const durable = after.durable()
  expect(durable.slice(0, 240)).toEqual(Array.from({ length: 240 }, () => true))
  expect(durable.slice(240)).toEqual([...Array.from({ length: 9 }, () => false), 'sending'])
})
