/** What one hub does with its neighbours: it names them to pages, adds their presence to its own, and lets in the pages of all of them. */
import { alone } from '@bang-diem/server/neighbours.ts'
import { mergedPresence } from '@bang-diem/server/sockets/merged-presence.ts'
import { PresenceNews } from '@bang-diem/server/sockets/presence-news.ts'
import { beatSchema, type Presence, presenceSchema, snapshotSchema } from '@bang-diem/shared/protocol/down.ts'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '../link/real-time.ts'
import { join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { VirtualTime } from '../spoiler/virtual-time.ts'
import { hubInside } from './inside.ts'
import { ScriptedNeighbours } from './scripted-neighbours.ts'

const a = 'http://hub.test'
const b = 'http://other.test'

async function open() {
  const neighbours = new ScriptedNeighbours([a])
  const inside = await hubInside({ pace: { beatMs: 100, audienceBeatMs: 200, presenceMs: 20 }, neighbours })
  const url = `http://127.0.0.1:${inside.port}`
  const page = async (handshake: Omit<ConstructorParameters<typeof Page>[1], 'contest'>) => {
    const opened = new Page(url, { contest: inside.room.contest, ...handshake })
    onTestFinished(() => opened.close())
    const heard: { event: string; body: unknown }[] = []
    opened.socket.onAny((event: string, body: unknown) => heard.push({ event, body }))
    await opened.until('the first snapshot', () => opened.replica.version !== null)
    return { heard, all: (event: string) => heard.filter((one) => one.event === event).map(({ body }) => body) }
  }
  return { ...inside, neighbours, url, page }
}

test.each(['stage', 'audience'] as const)(
  'P-50: a page (%s) is told of every hub with its snapshot, and of a changed list with the next beat, once',
  async (screen) => {
    const { neighbours, page } = await open()
    const { all } = await page({ screen })
    expect(v.parse(snapshotSchema, all('snapshot')[0]).hubs).toEqual([a])
    neighbours.live(a, b)
    const beats = () => all('beat').map((beat) => v.parse(beatSchema, beat).hubs)
    await until(() => beats().some((hubs) => hubs !== undefined))
    const { length } = beats()
    await until(() => beats().length >= length + 2)
    expect(beats().filter((hubs) => hubs !== undefined)).toEqual([[a, b]])
  },
)

test('P-50: goodbye names the hubs that stay', async () => {
  const { neighbours, sockets, page } = await open()
  const { all } = await page({ screen: 'stage' })
  neighbours.live(b)
  void sockets.close('hub-stopping')
  await until(() => all('goodbye').length === 1)
  expect(all('goodbye')).toEqual([{ reason: 'hub-stopping', hubs: [b] }])
})

test('P-52: staff see everybody on any hub, and neighbours are told this hub’s part alone', async () => {
  const { neighbours, room, codes, url, page } = await open()
  const link = `${url}/console/#code=${codes.get('mc')}`
  const mc = await page({ session: (await join(url, link)).session })
  const last = () => v.parse(v.nullish(presenceSchema), mc.all('presence').at(-1))
  await until(() => last()?.seats.mc?.devices === 1)
  expect(neighbours.told.at(-1)).toEqual({ contest: room.contest, presence: last() })
  const told = neighbours.told.length
  neighbours.say('other', room.contest, {
    seats: { mc: { devices: 1 }, 'judge:gk1': { devices: 2, filled: { 'phan-1/doi-1': 3 } } },
    screens: [{ name: 'Máy chiếu', screen: 'stage' }],
    audience: 40,
    warnings: ['ledger-behind'],
  })
  await until(() => last()?.audience === 40)
  expect(last()).toEqual({
    seats: { mc: { devices: 2 }, 'judge:gk1': { devices: 2, filled: { 'phan-1/doi-1': 3 } } },
    screens: [{ name: 'Máy chiếu', screen: 'stage' }],
    audience: 40,
    warnings: ['ledger-behind'],
  })
  expect(neighbours.told).toHaveLength(told)
  neighbours.say('other', room.contest, null)
  await until(() => last()?.audience === 0)
})

test('P-52: news of this hub that comes while a neighbour’s wait is told on as well', () => {
  const time = new VirtualTime()
  const neighbours = new ScriptedNeighbours([a])
  const sent: Presence[] = []
  const send = (_: string, presence: Presence) => sent.push(presence)
  const news = new PresenceNews({ timers: time, intervalMs: 500, warningsOf: () => [], send, neighbours })
  neighbours.say('other', 'hoi-thi', { seats: {}, screens: [], audience: 5, warnings: [] })
  news.book('hoi-thi').enter('page', { seat: null, screen: 'audience', name: '' })
  news.changed('hoi-thi')
  while (time.runNext(1000));
  expect(sent.map(({ audience }) => audience)).toEqual([6])
  expect(neighbours.told.map(({ presence }) => presence.audience)).toEqual([1])
})

test('P-52: of two counts of one draft the higher one counts, and no warning is told twice', () => {
  const part = (filled: Record<string, number>): Presence => ({
    seats: { 'judge:gk1': { devices: 1, filled } },
    screens: [],
    audience: 0,
    warnings: ['disk-full'],
  })
  const none: Presence = { seats: { 'judge:gk1': { devices: 1 } }, screens: [], audience: 2, warnings: [] }
  expect(mergedPresence([part({ x: 1, y: 4 }), none, part({ x: 3, z: 0 })])).toEqual({
    seats: { 'judge:gk1': { devices: 3, filled: { x: 3, y: 4, z: 0 } } },
    screens: [],
    audience: 2,
    warnings: ['disk-full'],
  })
})

test('P-52: a hub without neighbours is its own list', () => {
  expect(alone(a).hubs()).toEqual([a])
})

test('P-53: a page that was loaded from a hub which is dead now may call, join and connect', async () => {
  const { url, room, codes } = await open()
  const headers = { origin: 'http://dead.test', 'access-control-request-headers': 'content-type, authorization' }
  const asked = await fetch(`${url}/api/join`, { method: 'OPTIONS', headers })
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  expect(asked.headers.get('access-control-allow-headers')).toContain('authorization')
  expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
  const joined = await fetch(`${url}/api/join`, {
    method: 'POST',
    headers: { origin: 'http://dead.test', 'content-type': 'application/json' },
    body: JSON.stringify({ code: codes.get('mc') }),
  })
  expect([joined.status, joined.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  const unknown = await fetch(`${url}/api/contests/none`, { headers: { origin: 'http://dead.test' } })
  expect([unknown.status, unknown.headers.get('access-control-allow-origin')]).toEqual([404, '*'])
  const csp = (await fetch(`${url}/`)).headers.get('content-security-policy')
  expect(csp).toMatch(/connect-src 'self' ws: wss: http: https:/)

  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    origin: 'http://dead.test',
  })
  onTestFinished(() => socket.close())
  const frames: string[] = []
  socket.on('message', (frame) => frames.push(String(frame)))
  socket.on('open', () => socket.send(`40${JSON.stringify({ protocol: 1, contest: room.contest })}`))
  await until(() => frames.some((frame) => frame.startsWith('42["snapshot"')))
})
