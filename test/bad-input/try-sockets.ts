/** Handshakes, messages and floods that no page of ours would send; and seats that have been put out. */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { limits } from '@bang-diem/server/limits.ts'
import { ackSchema } from '@bang-diem/shared/protocol/down.ts'
import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'
import { WebSocket } from 'ws'
import { codeOf, join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import type { Inspector, Verdict } from './inspector.ts'
import { says, send } from './try-commands.ts'
import type { World } from './world.ts'

const fine: Verdict = { answer: 'nothing', wrong: null }

export async function trySockets(world: World, inspector: Inspector): Promise<void> {
  await tryHandshakes(world, inspector)
  await tryMessages(world, inspector)
  await tryFrames(world, inspector)
  await tryFloods(world, inspector)
}

const rejectionSchema = v.looseObject({
  code: v.string(),
  problems: v.optional(v.array(v.object({ path: v.string() })), () => []),
})

async function tryHandshakes(world: World, inspector: Inspector): Promise<void> {
  const contest = world.busy.id
  const whole = { protocol: 1, contest }
  const { judge } = world.busy.sessions
  const tried: readonly (readonly [what: string, auth: object, code: string, field?: string])[] = [
    ['nothing', {}, 'protocol-unsupported', 'protocol'],
    ['another protocol', { ...whole, protocol: 2 }, 'protocol-unsupported', 'protocol'],
    ['a protocol in words', { ...whole, protocol: '1' }, 'protocol-unsupported', 'protocol'],
    ['no contest', { protocol: 1 }, 'handshake-invalid', 'contest'],
    ['a contest that is no id', { ...whole, contest: '../x' }, 'handshake-invalid', 'contest'],
    ['an unknown contest', { ...whole, contest: 'khong-co' }, 'contest-unknown'],
    ['a contest from the prototype', { ...whole, contest: 'constructor' }, 'handshake-invalid', 'contest'],
    ['a seat instead of a session', { ...whole, seat: 'judge:gk1' }, 'handshake-invalid', 'seat'],
    ['a judge instead of a session', { ...whole, judge: 'gk1' }, 'handshake-invalid', 'judge'],
    ['a session that is a number', { ...whole, session: 7 }, 'handshake-invalid', 'session'],
    ['a short session', { ...whole, session: 'x' }, 'handshake-invalid', 'session'],
    ['a very long session', { ...whole, session: 'x'.repeat(10_000) }, 'handshake-invalid', 'session'],
    ['an unknown session', { ...whole, session: 'x'.repeat(22) }, 'session-unknown'],
    ['a session of another contest', { ...whole, session: world.quiet.sessions.mc }, 'session-unknown'],
    ['the code of a link', { ...whole, session: codeOf(world.busy.created.links.mc).split('.')[1] }, 'session-unknown'],
    ['the organiser key', { ...whole, session: world.key }, 'session-unknown'],
    ['an unknown screen', { ...whole, session: judge, screen: 'wall' }, 'handshake-invalid', 'screen'],
    ['a name that is too long', { ...whole, name: '🙂'.repeat(21) }, 'handshake-invalid', 'name'],
  ]
  for (const [what, auth, code, field] of tried) {
    await inspector.try(`handshake: ${what}`, async () => {
      const answer = await refusedHandshake(world.url, auth)
      const parsed = v.safeParse(rejectionSchema, answer)
      if (!parsed.success) return { answer: JSON.stringify(answer), wrong: 'it was let in' }
      const { problems } = parsed.output
      const named = field === undefined || problems.some(({ path }) => path === field)
      const wrong = parsed.output.code === code ? (named ? null : `no problem names ${field}`) : `not ${code}`
      return { answer: parsed.output.code, wrong }
    })
  }
}

/** What the hub says to a handshake that it refuses; null when it lets the page in. */
function refusedHandshake(url: string, auth: object): Promise<unknown> {
  const socket = io(url, { auth, transports: ['websocket'], forceNew: true, reconnection: false })
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error) => resolve(Reflect.get(error, 'data')))
  }).finally(() => socket.disconnect())
}

async function tryMessages(world: World, inspector: Inspector): Promise<void> {
  const { judge, secretary } = world.busy.pages
  const hall = new Page(world.url, { contest: world.busy.id })
  await hall.until('the hall is connected', () => hall.replica.version !== null)
  await inspector.try('the hall gives a command', () =>
    send(hall, { id: 'x', type: 'note', text: 'x' }, (ack) => says(ack, { code: 'seat-required' })),
  )
  const silent: readonly (readonly [page: Page, event: string, message: unknown])[] = [
    [secretary, 'command', { id: 'x', type: 'certify', stage: 'chung-ket' }],
    [judge, 'held', null],
    [judge, 'held', [{ id: 'x' }]],
    [judge, 'held', Array.from({ length: 2001 }, () => ({ id: 'x', commit: 1, hash: 'ab'.repeat(32) }))],
    [hall, 'held', []],
    [judge, 'draft', { round: 'chao-hoi', team: 'a', filled: 1e9 }],
    [judge, 'draft', { round: 'khong-co', team: 'khong-co', filled: 1 }],
    [hall, 'draft', { round: 'chao-hoi', team: 'a', filled: 1 }],
    [judge, 'clock', 'no function'],
    [judge, 'khong-co', { a: 1 }],
    [judge, 'snapshot', { version: 1 }],
    [judge, 'disconnecting', {}],
  ]
  for (const [page, event, message] of silent) {
    await inspector.try(`${event} ${JSON.stringify(message).slice(0, 60)} without a word of answer`, async () => {
      // Names that the library keeps for itself cannot be sent through it.
      if (event === 'disconnecting') page.socket.io.engine.write(`42${JSON.stringify([event, message])}`)
      else page.socket.emit(event, message)
      await pause(20)
      return fine
    })
  }
  await inspector.try('drafts of rounds and teams that are not there stay unheard', async () => {
    const heard = await filledOf(secretary.socket, judge.socket)
    return { answer: heard, wrong: heard.includes('khong-co') ? 'staff were told of it' : null }
  })
  hall.close()
}

/** What staff are told about drafts after one that is in order. */
async function filledOf(staff: Socket, judge: Socket): Promise<string> {
  const told = new Promise<unknown>((resolve) => staff.once('presence', resolve))
  judge.emit('draft', { round: 'chao-hoi', team: 'b', filled: 1 })
  return JSON.stringify(await Promise.race([told, pause(5000, 'nothing')]))
}

/** Raw frames and raw bytes: the hub hangs up, and everybody else goes on. */
async function tryFrames(world: World, inspector: Inspector): Promise<void> {
  const open = `40${JSON.stringify({ protocol: 1, contest: world.busy.id })}`
  const frames: readonly (readonly [what: string, frames: readonly string[]])[] = [
    ['garbage', ['🙂🙂🙂']],
    ['an unfinished packet', [open, '42["command",{"id":']],
    ['a packet of an unknown kind', [open, '49["x"]']],
    ['attachments that never come', [open, '4551-["command",{"_placeholder":true,"num":0}]']],
    ['a placeholder without end', [open, '45999999999-["command"]']],
    ['an answer that was not asked for', [open, '43123["x"]']],
    ['a message before the handshake', ['42["command",{"id":"x","type":"note","text":"x"}]']],
    ['another namespace', ['40/admin,{}']],
    ['very deep', [open, `42["command",${'['.repeat(50_000)}${']'.repeat(50_000)}]`]],
    ['a message larger than any may be', [open, `42["command","${'x'.repeat(limits.wire.bytesPerMessage)}"]`]],
  ]
  for (const [what, list] of frames) {
    await inspector.try(`raw frames: ${what}`, async () => ({ answer: await rawFrames(world.port, list), wrong: null }))
  }
  await inspector.try('polling with a session that is not there', async () => {
    const response = await fetch(`${world.url}/socket.io/?EIO=4&transport=polling&sid=khong-co`)
    return { answer: String(response.status), wrong: response.status === 400 ? null : 'it was answered otherwise' }
  })
  await inspector.try('fifty connections that never finish their question', async () => {
    const sockets = Array.from({ length: 50 }, () => connect(world.port, '127.0.0.1'))
    for (const socket of sockets) {
      socket.on('error', () => socket.destroy())
      socket.write(
        'POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"co',
      )
    }
    const begin = performance.now()
    const response = await fetch(`${world.url}/healthz`)
    const took = performance.now() - begin
    for (const socket of sockets) socket.destroy()
    return { answer: String(response.status), wrong: took < 2000 ? null : `others waited ${Math.round(took)} ms` }
  })
}

/** Sends frames over a plain WebSocket and answers how it ended. */
function rawFrames(port: number, frames: readonly string[]): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.terminate(), 300)
    socket.once('open', () => {
      for (const frame of frames) socket.send(frame)
    })
    socket.once('close', (code) => {
      clearTimeout(timer)
      resolve(`closed with ${code}`)
    })
    socket.once('error', reject)
  })
}

async function tryFloods(world: World, inspector: Inspector): Promise<void> {
  await inspector.try('a thousand commands at once: the bound is said, and others are answered meanwhile', async () => {
    const session = (await join(world.url, world.quiet.created.links.judges.gk3 ?? '')).session
    await inspector.settle()
    const page = new Page(world.url, { contest: world.quiet.id, session })
    await page.until('the page is connected', () => page.replica.version !== null)
    const sent = Array.from({ length: 1000 }, (_, index) => flood(page, index))
    const begin = performance.now()
    await world.busy.pages.judge.socket.timeout(10_000).emitWithAck('clock')
    const took = performance.now() - begin
    const codes = await Promise.all(sent)
    page.close()
    const barred = codes.filter((code) => code === 'too-many-requests').length
    const wrong =
      barred < 800 ? `only ${barred} were barred` : took > 2000 ? `others waited ${Math.round(took)} ms` : null
    return { answer: `${barred} of 1000 too-many-requests`, wrong }
  })
}

async function flood(page: Page, index: number): Promise<string> {
  const message = { id: `flood-${index}`, type: 'certify', stage: 'chung-ket' }
  const answer: unknown = await page.socket.timeout(10_000).emitWithAck('command', message)
  const ack = v.parse(ackSchema, answer)
  return ack.ok ? 'recorded' : ack.refusal.code
}
