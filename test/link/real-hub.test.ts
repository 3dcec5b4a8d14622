/** The real link against a real hub over real sockets: a frozen hub, a killed hub, a revoked link. Nothing here is simulated. */

import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import { CommandOutbox } from '@bang-diem/shared/link/command-outbox.ts'
import { Connection } from '@bang-diem/shared/link/connection.ts'
import type { ConnectionOptions } from '@bang-diem/shared/link/connection-options.ts'
import type { OutboxBody } from '@bang-diem/shared/link/kept-command.ts'
import { type SendOutcome, sendCommand } from '@bang-diem/shared/link/send-command.ts'
import { openSocket } from '@bang-diem/shared/link/socket-transport.ts'
import { joinedSchema } from '@bang-diem/shared/protocol/down.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { nextEntry, onAirEntry } from '@bang-diem/shared/views/show-entries.ts'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HubProgram } from './hub-program.ts'
import { MemoryStorage } from './memory-storage.ts'
import { seededEntropy } from './page.ts'
import { realTimers as timers, until } from './real-time.ts'

const hub = new HubProgram()
const definition = presets[0]?.definition
if (definition === undefined) throw new Error('there is no preset to play')
const round = definition.stages[0]?.rounds[0]
const team = definition.teams[0]?.id
if (round === undefined || team === undefined) throw new Error('the preset has no round or no team')
const contest = definition.id
const pages: Connection[] = []
let seed = 0

async function post(path: string, body: unknown, auth?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(auth ? { authorization: `Bearer ${auth}` } : {}) }
  const response = await fetch(hub.address + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

/** A fresh link of a seat, opened: its session. */
async function join(seat: object): Promise<string> {
  const issued = await post(`/api/contests/${contest}/seats`, seat, hub.organiserKey)
  const { link } = v.parse(v.object({ link: v.string() }), issued)
  const code = new URLSearchParams(new URL(link).hash.slice(1)).get('code')
  return v.parse(joinedSchema, await post('/api/join', { code })).session
}

function connect(options: Omit<ConnectionOptions, 'contest'>) {
  const ports = { home: hub.address, open: openSocket, timers, entropy: seededEntropy(++seed) }
  const connection = new Connection({ contest, ...options }, ports)
  pages.push(connection)
  return { ...ports, connection }
}

async function recorded(sending: Promise<SendOutcome>): Promise<void> {
  expect(await sending).toMatchObject({ kind: 'recorded' })
}

/** Sheet of gk2 for the first team, every mark at the top of its scale. */
const sheet: OutboxBody = {
  type: 'submitSheet',
  round: round.id,
  team,
  run: 0,
  revision: 0,
  marks: Object.fromEntries(
    round.criteria.filter((one) => one.scoredBy !== 'secretary').map((one) => [one.id, one.scale.max]),
  ),
}

beforeAll(async () => {
  await hub.start()
  await post('/api/contests', definition, hub.organiserKey)
}, 20_000)

afterAll(async () => {
  for (const page of pages) page.close()
  await hub.remove()
})

test('O-1, O-11: a page of the hall is live with the contest, and knows the hub’s time', async () => {
  const { connection } = connect({ screen: 'stage' })
  await until(() => connection.status === 'live')
  expect(connection.entries.get('contest')).toMatchObject({ id: contest })
  await until(() => Math.abs(connection.hubNow() - Date.now()) < 200)
})

test('O-9: a contest that is not there is said', async () => {
  const { connection } = connect({})
  const ports = { home: hub.address, open: openSocket, timers, entropy: seededEntropy(99) }
  const nowhere = new Connection({ contest: 'khong-co' }, ports)
  pages.push(nowhere)
  await until(() => nowhere.status === 'refused' && connection.status === 'live')
  expect(nowhere.refusal).toMatchObject({ code: 'contest-unknown' })
})

test('O-6, O-14: frozen, then killed and started again, a hub gets the sheet once and the phone its receipt', async () => {
  const mc = connect({ session: await join({ role: 'mc' }) })
  await until(() => mc.connection.status === 'live')
  await openSheets(mc)

  const storage = new MemoryStorage()
  const phone = connect({ session: await join({ role: 'judge', judge: 'gk2' }) })
  const outbox = new CommandOutbox({ ...phone, storage })
  await until(
    () => phone.connection.status === 'live' && phone.connection.entries.has(`sheet/${sheet.round}/${sheet.team}`),
  )

  hub.freeze()
  const noticed = until(() => phone.connection.status === 'lost' && mc.connection.status === 'lost')
  await outbox.submit(sheet)
  expect(await noticed).toBeLessThan(3_000)
  expect(outbox.items.map(({ state }) => state)).toEqual(['stored'])
  expect(storage.kept.size).toBe(1)

  await hub.kill()
  await hub.start()
  await until(() => outbox.items[0]?.state === 'recorded', 15_000)
  expect(outbox.items[0]).toMatchObject({ receipt: expect.stringMatching(/^\d+-[0-9A-F]{4}$/) })
  await until(() => v.is(submitted, phone.connection.entries.get(`sheet/${sheet.round}/${sheet.team}`)))
  outbox.close()

  // The same phone without its memory of the answer: the ledger's first answer comes back under the same id.
  const kept = [...storage.kept.values()].map((text) => JSON.parse(text))
  for (const one of kept) storage.kept.set(one.id, JSON.stringify({ ...one, answer: { state: 'waiting' } }))
  const again = new CommandOutbox({ ...phone, storage })
  await until(() => again.items[0]?.state === 'recorded')
  expect(again.items[0]).toMatchObject({ receipt: kept[0].answer.receipt })
  again.close()
}, 60_000)

test('O-9: a revoked link is out at once and says so', async () => {
  const { connection } = connect({ session: await join({ role: 'secretary' }) })
  await until(() => connection.status === 'live')
  expect(connection.seat).toMatchObject({ seat: 'secretary', driving: true })
  await join({ role: 'secretary' })
  await until(() => connection.status === 'refused')
  expect(connection.refusal).toEqual({ code: 'seat-revoked' })
})

const submitted = v.object({ status: v.literal('submitted') })

/** Takes cue after cue until the first team performs; the order is drawn first where it must be. */
async function openSheets(mc: ReturnType<typeof connect>): Promise<void> {
  const secretary = connect({ session: await join({ role: 'secretary' }) })
  await until(() => secretary.connection.status === 'live')
  await setOrder(secretary)
  for (let cues = 0; cues < 12; cues++) {
    const onAir = v.parse(onAirEntry, mc.connection.entries.get('on-air') ?? null)
    if (onAir === `${sheet.round}/${sheet.team}/perform`) return
    const { next } = v.parse(nextEntry, mc.connection.entries.get('next'))
    if (next === null) break
    await recorded(sendCommand({ type: 'take', cue: next.cue, onAir }, mc))
    await until(() => mc.connection.entries.get('on-air') === next.cue)
  }
  throw new Error('the first team was never called')
}

async function setOrder(secretary: ReturnType<typeof connect>): Promise<void> {
  const teams = definition?.teams.map(({ id }) => id) ?? []
  const order: CommandBody = { type: 'setOrder', round: sheet.round, teams }
  await recorded(sendCommand(order, secretary))
}
