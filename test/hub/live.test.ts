/** The hub as a process, spoken to over the wire: seats, sessions, what each is sent, and what is asked of whom. */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { heldAnswerSchema, presenceSchema } from '@bang-diem/shared/protocol/down.ts'
import { protocolVersion } from '@bang-diem/shared/protocol/version.ts'
import { io } from 'socket.io-client'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf, join } from '../robot/api.ts'
import type { Page } from '../robot/page.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { contest, type Live, startLive } from './live.ts'

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let live: Live
let mc: Page
beforeAll(async () => {
  live = await startLive()
  mc = await live.page(live.links.mc)
})
afterAll(() => live.close())

const api = (path: string, init: RequestInit = {}) => fetch(`${live.hub.url}${path}`, init)
const asOrganiser = () => ({ authorization: `Bearer ${live.hub.organiserKey}`, 'content-type': 'application/json' })
const freshLink = async (seat: object) => {
  const answer: unknown = await (
    await api(`/api/contests/${contest}/seats`, { method: 'POST', headers: asOrganiser(), body: JSON.stringify(seat) })
  ).json()
  return v.parse(v.object({ link: v.string() }), answer).link
}
/** What the hub says to a handshake; null when it lets the page in. */
const refusedWith = (auth: object) =>
  new Promise<unknown>((resolve) => {
    const socket = io(live.hub.url, { auth, transports: ['websocket'], forceNew: true, reconnection: false })
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error) => resolve(Reflect.get(error, 'data')))
  })

describe('the door', () => {
  test('P-1: a handshake that is not understood is refused with its problems', async () => {
    expect(await refusedWith({ protocol: 2, contest })).toMatchObject({
      code: 'protocol-unsupported',
      problems: [{ path: 'protocol' }],
    })
    expect(await refusedWith({ protocol: protocolVersion, contest, judge: 'gk1' })).toMatchObject({
      code: 'handshake-invalid',
      problems: [{ path: 'judge', code: 'unknown-key' }],
    })
    expect(await refusedWith({ protocol: protocolVersion, contest: 'khac' })).toMatchObject({ code: 'contest-unknown' })
    expect(await refusedWith({ protocol: protocolVersion, contest, session: 'x'.repeat(22) })).toEqual({
      code: 'session-unknown',
    })
  })

  test('P-2: trap 3: without a session a page belongs to the hall and asks for nothing', async () => {
    const hall = await live.hall()
    expect([...hall.replica.entries.keys()].filter((key) => /^(sheet|form|me|rundown|seat|live)/.test(key))).toEqual([])
    expect(await hall.send({ type: 'note', text: 'x' })).toEqual({ ok: false, refusal: { code: 'seat-required' } })
  })

  test('P-3: trap 2: a link’s code opens a session for its seat, as often as it is asked; who one is comes from it alone', async () => {
    const first = await join(live.hub.url, live.links.judges.gk2 ?? '')
    const second = await join(live.hub.url, live.links.judges.gk2 ?? '')
    expect(first).toMatchObject({ role: 'judge', judge: 'gk2', contest })
    expect(second.session).not.toBe(first.session)
    const page = await live.pageWith(second.session)
    expect(page.replica.entries.get('me')).toMatchObject({ judge: 'gk2' })
  })

  test('P-4: trap 2: no address gives away a code, a session or a digest of one', async () => {
    const secrets = [...Object.values(live.links.judges), live.links.mc, live.links.console].map((link) => codeOf(link))
    for (const path of [
      '/',
      '/api/contests',
      `/api/contests/${contest}`,
      `/api/contests/${contest}/standings`,
      '/metrics',
    ]) {
      const text = await (await api(path)).text()
      expect(secrets.some((secret) => text.includes(secret))).toBe(false)
    }
    expect((await api(`/api/contests/${contest}/ledger`)).status).toBe(401)
    const lines = await (await api(`/api/contests/${contest}/ledger`, { headers: asOrganiser() })).text()
    expect(secrets.some((secret) => lines.includes(secret.split('.')[1] ?? '?'))).toBe(false)
  })

  test('P-5: wrong codes from one address are slowed down; a right one is let in all the same', async () => {
    const tries = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const code = `${contest}.${String(index).padStart(22, 'x')}`
        return api('/api/join', { method: 'POST', headers: asOrganiser(), body: JSON.stringify({ code }) })
      }),
    )
    const statuses = tries.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(30)
    expect(statuses.filter((status) => status === 429)).toHaveLength(30)
    expect(await join(live.hub.url, live.links.judges.gk3 ?? '')).toMatchObject({ judge: 'gk3' })
  })
})

describe('sessions', () => {
  test('P-6: the newest session drives a seat; an older one of staff is told so and may not command', async () => {
    const older = await live.page(live.links.secretary)
    const newer = await live.page(live.links.secretary)
    await older.until('the older one is told', () => older.driving === false)
    expect(newer.driving).toBe(true)
    expect(await older.send({ type: 'note', text: 'x' })).toEqual({ ok: false, refusal: { code: 'seat-taken-over' } })
    await newer.must({ type: 'note', text: 'x' })
  })

  test('P-6: an older session of a judge may still empty its outbox', async () => {
    const phone = await live.page(live.links.judges.gk3)
    await live.page(live.links.judges.gk3)
    await phone.until('it is told', () => phone.driving === false)
    const sheet = { type: 'submitSheet', round: 'chao-hoi', team: 'c', run: 0, revision: 0, marks: {} } as const
    expect(await phone.send(sheet)).toMatchObject({ refusal: { code: 'sheet-not-open' } })
  })

  test('P-7: a fresh link puts the old one and its devices out at once', async () => {
    const { session } = await join(live.hub.url, live.links.judges.gk3 ?? '')
    const page = await live.pageWith(session)
    const goodbye = new Promise<unknown>((resolve) => page.socket.once('goodbye', resolve))
    const link = await freshLink({ role: 'judge', judge: 'gk3' })
    expect(await goodbye).toEqual({ reason: 'seat-revoked', hubs: [] })
    expect(await refusedWith({ protocol: protocolVersion, contest, session })).toEqual({ code: 'seat-revoked' })
    await expect(join(live.hub.url, live.links.judges.gk3 ?? '')).rejects.toThrow(/401|429/)
    expect(await join(live.hub.url, link)).toMatchObject({ judge: 'gk3' })
  })

  test('P-8: when the head judge changes, both judges come in anew and see what is theirs', async () => {
    const [first, second] = [await live.page(live.links.judges.gk1), await live.page(live.links.judges.gk2)]
    expect([...first.replica.entries.keys()]).toContain('ready/chung-ket')
    const organiser = await live.page(live.links.console)
    const judges = definitionOfThree().judges.map(({ id, name }) => ({ id, name, head: id === 'gk2' }))
    const definition = await storedDefinition()
    await organiser.must({ type: 'redefine', definition: { ...definition, judges } })
    await second.until('the new head judge sees what waits', () => second.replica.entries.has('ready/chung-ket'))
    await first.until('the old one does not', () => !first.replica.entries.has('ready/chung-ket'))
  })
})

/** The definition with every default, out of the first commit. */
async function storedDefinition() {
  const [line = ''] = (await (await api(`/api/contests/${contest}/ledger`, { headers: asOrganiser() })).text()).split(
    '\n',
  )
  const { facts } = v.parse(v.object({ facts: v.array(v.looseObject({})) }), JSON.parse(line))
  const parsed = parseDefinition(facts[0]?.definition)
  if (!parsed.ok) throw new Error('the stored definition is not in order')
  return parsed.definition
}

describe('what is sent', () => {
  test('P-9: a snapshot first, then deltas that fit, keys sorted; hidden activity shows in no version', async () => {
    const [hall, secretary] = [await live.hall(), await live.page(live.links.secretary)]
    const versions: number[] = []
    hall.socket.on('delta', ({ from, to, set }: { from: number; to: number; set: object }) => {
      versions.push(from, to)
      expect(Object.keys(set)).toEqual([...Object.keys(set)].sort())
    })
    const before = hall.replica.version ?? -1
    for (let index = 0; index < 5; index++) await secretary.must({ type: 'note', text: `ghi chú ${index}` })
    await secretary.must({ type: 'deduct', round: 'chao-hoi', team: 'a', points: '1', reason: 'x' })
    await mc.must({ type: 'take', cue: 'chao-hoi/a/perform', onAir: null })
    await hall.until('the hall sees the performance', () => hall.replica.entries.has('timer'))
    expect(versions).toEqual([before, before + 1])
  })

  test('P-10: trap 4: a page that has missed something asks for a snapshot and gets it', async () => {
    const hall = await live.hall()
    const snapshot = new Promise<unknown>((resolve) => hall.socket.once('snapshot', resolve))
    hall.socket.emit('resync')
    expect(await snapshot).toMatchObject({ version: hall.replica.version, hubs: [live.hub.url] })
  })

  test('P-11: stage screens, staff and judges hear a beat every second', async () => {
    const hall = await live.hall()
    const beats: number[] = []
    hall.socket.on('beat', ({ at }: { at: number }) => beats.push(at))
    await new Promise((resolve) => setTimeout(resolve, 3200))
    expect(beats.length).toBeGreaterThanOrEqual(2)
    expect(beats).toEqual([...beats].sort((a, b) => a - b))
  })

  test('P-12: staff are told who is present and how far drafts are, as counts; drafts of nothing known are dropped', async () => {
    const [secretary, judge] = [await live.page(live.links.secretary), await live.page(live.links.judges.gk2)]
    const hall = await live.hall()
    const leaked: unknown[] = []
    hall.socket.on('presence', (presence) => leaked.push(presence))
    const told = new Promise<v.InferOutput<typeof presenceSchema>>((resolve) => {
      secretary.socket.on('presence', (message) => {
        const presence = v.parse(presenceSchema, message)
        if (presence.seats['judge:gk2']?.filled) resolve(presence)
      })
    })
    judge.socket.emit('draft', { round: 'khong-co', team: 'a', filled: 1 })
    judge.socket.emit('draft', { round: 'chao-hoi', team: 'a', filled: 1 })
    expect((await told).seats['judge:gk2']?.filled).toEqual({ 'chao-hoi/a': 1 })
    expect(leaked).toEqual([])
  })

  test('P-13: more than the bound of commands at once is refused, and nobody else waits for it', async () => {
    const [judge, secretary] = [await live.page(live.links.judges.gk2), await live.page(live.links.secretary)]
    const flood = Array.from({ length: 300 }, () =>
      judge.send({ type: 'recuse', round: 'chao-hoi', team: 'x', reason: 'x' }),
    )
    await secretary.must({ type: 'note', text: 'giữa cơn lũ' })
    const acks = await Promise.all(flood)
    const barred = acks.filter((ack) => !ack.ok && ack.refusal.code === 'too-many-requests')
    expect(barred.length).toBeGreaterThan(100)
    expect(barred[0]).toEqual({ ok: false, refusal: { code: 'too-many-requests', seconds: 1 } })
  })
})

describe('a hub that is killed', () => {
  test('P-14: trap 7: sessions, receipts and the picture are there again; what a phone holds is compared', async () => {
    const { session } = await join(live.hub.url, live.links.judges.gk2 ?? '')
    const judge = await live.pageWith(session)
    const hall = await live.hall()
    const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }
    const ack = await judge.send(
      { type: 'submitSheet', round: 'chao-hoi', team: 'a', run: 0, revision: 0, marks },
      'phone-1',
    )
    if (!ack.ok) throw new Error('the sheet was refused')
    await hall.until(
      'the hall counts it',
      () => Reflect.get(Object(hall.replica.entries.get('progress')), 'submitted') === 1,
    )
    const picture = JSON.stringify([...hall.replica.entries])

    await live.restart()

    const [again, hallAgain] = [await live.pageWith(session), await live.hall()]
    expect(again.replica.entries.get('sheet/chao-hoi/a')).toMatchObject({ status: 'submitted', receipt: ack.receipt })
    expect(JSON.stringify([...hallAgain.replica.entries])).toBe(picture)
    const held = (list: readonly object[]) => again.socket.timeout(5000).emitWithAck('held', list)
    const mine = { id: 'phone-1', commit: ack.commit, hash: ack.hash }
    expect(v.parse(heldAnswerSchema, await held([mine]))).toEqual({ unknown: [], behind: false })
    const lost = { id: 'phone-2', commit: 9999, hash: 'ab'.repeat(32) }
    expect(v.parse(heldAnswerSchema, await held([mine, lost]))).toEqual({ unknown: ['phone-2'], behind: true })
  })

  test('P-31: its contest has the same history as before, and one made anew under the same id has another', async () => {
    const historyOf = async (at: typeof live) => (await join(at.hub.url, at.links.judges.gk2 ?? '')).history
    const before = await historyOf(live)
    await live.restart()
    expect(await historyOf(live)).toBe(before)
    const anew = await startLive()
    expect(await historyOf(anew)).not.toBe(before)
    await anew.close()
  })
})
