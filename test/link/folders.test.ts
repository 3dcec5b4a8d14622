/** Data folders that change under a phone's feet, with real hubs and the real link: one that is emptied, and a backup that is put back. */
import { CommandOutbox } from '@bang-diem/shared/link/command-outbox.ts'
import { Connection } from '@bang-diem/shared/link/connection.ts'
import { post } from '@bang-diem/shared/link/http.ts'
import type { OutboxBody } from '@bang-diem/shared/link/kept-command.ts'
import { type LampState, lampOf } from '@bang-diem/shared/link/lamp.ts'
import { outboxStorage } from '@bang-diem/shared/link/outbox-storage.ts'
import { Rejoin } from '@bang-diem/shared/link/rejoin.ts'
import { sendCommand } from '@bang-diem/shared/link/send-command.ts'
import { openSocket } from '@bang-diem/shared/link/socket-transport.ts'
import { joinedSchema } from '@bang-diem/shared/protocol/down.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftStorage } from '../../judge-client/src/sheets/draft-storage.ts'
import { contestOf } from '../e2e/contests.ts'
import { type Created, codeOf, createContest, join } from '../robot/api.ts'
import { HubProgram } from './hub-program.ts'
import { MemoryPhone } from './memory-phone.ts'
import { seededEntropy } from './page.ts'
import { realTimers as timers, until } from './real-time.ts'

const definition = contestOf({ teams: 2, judges: 2 })
const contest = definition.id
const seat = 'judge:gk2'
const both = ['doi-1', 'doi-2']
const marks = { 'noi-dung': '8.25', 'hinh-thuc': '7.5' }
/** Both teams perform, and both sheets stay open: the first score is left for later. */
const cues = [
  'chung-ket/title',
  'phan-1/line-up',
  ...['intro', 'perform', 'marking'].map((step) => `phan-1/doi-1/${step}`),
  ...['intro', 'perform'].map((step) => `phan-1/doi-2/${step}`),
]

let hub: HubProgram
let closing: (() => void)[]
let seed = 0

beforeEach(async () => {
  hub = new HubProgram()
  closing = []
  await hub.start()
})

afterEach(async () => {
  for (const close of closing) close()
  await hub.remove()
})

function connect(session: string) {
  const ports = { home: hub.address, open: openSocket, timers, entropy: seededEntropy(++seed) }
  const connection = new Connection({ contest, session }, ports)
  closing.push(() => connection.close())
  return { ...ports, connection }
}

/** The contest on this hub, with the first cues taken. */
async function playUpToSheets(): Promise<Created['links']> {
  const { links } = await createContest(hub.address, hub.organiserKey, definition)
  const mc = connect((await join(hub.address, links.mc)).session)
  await until(() => mc.connection.status === 'live')
  let onAir: string | null = null
  for (const cue of cues) {
    expect(await sendCommand({ type: 'take', cue, onAir }, mc)).toMatchObject({ kind: 'recorded' })
    onAir = cue
  }
  mc.connection.close()
  return links
}

/** The judge's page on a phone: what it keeps is the phone's, and its way back is its link. */
async function openPhone(phone: MemoryPhone, link: string) {
  const { session, history } = await join(hub.address, link)
  const page = connect(session)
  const outbox = new CommandOutbox({ ...page, storage: outboxStorage(history, seat, phone) })
  const exchange = () => post(`${hub.address}/api/join`, joinedSchema, { code: codeOf(link) }, { repeatable: true })
  const rejoin = new Rejoin(page.connection, exchange)
  const close = () => {
    rejoin.close()
    outbox.close()
    page.connection.close()
  }
  closing.push(close)
  await until(() => page.connection.status === 'live')
  const receipts = () => outbox.items.map((item) => (item.state === 'recorded' ? item.receipt : item.state))
  const hubHas = () => both.map((team) => page.connection.entries.get(`sheet/phan-1/${team}`))
  return { ...page, history, outbox, rejoin, close, receipts, hubHas }
}

function sheetOf(team: string): OutboxBody {
  return { type: 'submitSheet', round: 'phan-1', team, run: 0, revision: 0, marks }
}

async function allRecorded(outbox: CommandOutbox): Promise<void> {
  await until(() => outbox.items.length > 0 && outbox.items.every(({ state }) => state === 'recorded'), 20_000)
}

test('O-29, P-31: a rehearsal under the real id leaves nothing in the show: nothing is sent, nothing is filled in', async () => {
  const [commands, drafts] = [new MemoryPhone(), new MemoryPhone()]
  const rehearsal = await openPhone(commands, (await playUpToSheets()).judges.gk2 ?? '')
  await rehearsal.outbox.submit(sheetOf('doi-1'))
  await allRecorded(rehearsal.outbox)
  const draft = { revision: 0, texts: marks }
  await draftStorage(rehearsal.history, seat, drafts).write('phan-1/doi-2', draft)
  await hub.kill()
  await rehearsal.outbox.submit(sheetOf('doi-2'))
  rehearsal.close()
  const kept = commands.records.size

  hub.emptyFolder()
  await hub.start()
  const show = await openPhone(commands, (await playUpToSheets()).judges.gk2 ?? '')
  expect(show.history).not.toBe(rehearsal.history)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(show.outbox.items).toEqual([])
  expect(show.hubHas()).toEqual(both.map(() => ({ status: 'open', revision: 0 })))
  expect(await draftStorage(show.history, seat, drafts).readAll()).toEqual(new Map())
  expect(lampOf(show.outbox.items, show.connection.status)).toBe('empty')
  expect(commands.records.size).toBeGreaterThanOrEqual(kept)
}, 60_000)

test('O-31: the rehearsal’s own page is told that its code is no longer good, and keeps what it holds', async () => {
  const page = await openPhone(new MemoryPhone(), (await playUpToSheets()).judges.gk2 ?? '')
  await page.outbox.submit(sheetOf('doi-1'))
  await allRecorded(page.outbox)
  const [receipt] = page.receipts()
  await hub.kill()
  hub.emptyFolder()
  await hub.start()
  await playUpToSheets()
  await until(() => page.rejoin.state === 'refused', 20_000)
  expect([page.connection.refusal?.code, ...page.receipts()]).toEqual(['session-unknown', receipt])
  expect(lampOf(page.outbox.items, page.connection.status)).toBe('barred')
}, 60_000)

test('O-18, O-30, P-31: a backup from before the judge came in: the page comes back by itself and gives back what it holds', async () => {
  const phone = new MemoryPhone()
  const { judges } = await playUpToSheets()
  await hub.kill()
  hub.backUp('before')
  await hub.start()
  const page = await openPhone(phone, judges.gk2 ?? '')
  for (const team of both) await page.outbox.submit(sheetOf(team))
  await allRecorded(page.outbox)
  const hashes = () => page.outbox.items.flatMap((item) => (item.state === 'recorded' ? item.hash : []))
  const before = hashes()
  const lamps = new Set<LampState>()

  await hub.kill()
  hub.putBack('before')
  page.outbox.subscribe(() => lamps.add(lampOf(page.outbox.items, page.connection.status)))
  page.connection.subscribe(() => {
    if (page.connection.status !== 'live') lamps.add(lampOf(page.outbox.items, page.connection.status))
  })
  await hub.start()
  await until(() => hashes().filter((hash) => !before.includes(hash)).length === both.length, 20_000)
  await until(() => page.hubHas().every((sheet) => Reflect.get(Object(sheet), 'status') === 'submitted'))
  const after = page.outbox.items.flatMap((item) => (item.state === 'recorded' ? item : []))
  expect(after.map(({ body }) => body.team)).toEqual(both)
  expect(after.map(({ commit }) => commit)).toEqual([...after.map(({ commit }) => commit)].sort((a, b) => a - b))
  for (const lamp of ['barred', 'sending', 'recorded'] as const) expect(lamps).toContain(lamp)

  // From the phone's own memory the same comes to pass when the page was closed meanwhile.
  page.close()
  const reopened = await openPhone(phone, judges.gk2 ?? '')
  expect(reopened.history).toBe(page.history)
  expect(reopened.receipts()).toEqual(page.receipts())
}, 60_000)
