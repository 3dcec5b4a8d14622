/** Commands on the short way: the same as on the library's own, once, and where there is no WebSocket the library's way. */
import { createServer } from 'node:http'
import { Socket as Stream } from 'node:net'
import { afterArrivals } from '@bang-diem/server/arrivals.ts'
import { onCommands } from '@bang-diem/server/sockets/prompt-commands.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import { Server, type Socket } from 'socket.io'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { listen } from '../harness/listen.ts'
import { maskedFrame } from '../harness/masked-frame.ts'

/** An answer of so many characters as JSON, which ends with the character. */
const answerOf = (length: number, end = 'x') => ({ words: end.padStart(length - '{"words":""}'.length, '.') })

const http = createServer()
const server = new Server(http, { serveClient: false, perMessageDeflate: false })
let port = 0
/** How the next connection listens. */
let listenTo: (socket: Socket) => void = () => undefined

server.on('connection', (socket) => listenTo(socket))
beforeAll(async () => {
  port = await listen(http)
})
afterAll(() => server.close())

type Answer = (ack: object) => void
/** The library's own way, as the hub would take it. */
const stock = (socket: Socket, onCommand: (message: unknown, answer: Answer) => void) => {
  socket.on('command', (message: unknown, answer: unknown) => {
    if (typeof answer === 'function') onCommand(message, (ack) => answer(ack))
  })
}

/** The short way: commands are read when everything that has arrived with them is in. */
const direct = (socket: Socket, onCommand: (message: unknown, answer: Answer) => void) =>
  onCommands(socket, afterArrivals(realTimers), onCommand)

interface Heard {
  /** Commands as the hub understood them. */
  readonly commands: unknown[]
  /** What a raw WebSocket hears, up to the answer to the last message; `closed` when the connection was broken off. */
  readonly frames: string[]
}

/** A command that is read later may be overtaken by what is said directly behind it. */
const untilRead = 20

/** How a page says something: as a message of its own, or as it likes. */
type Said = string | ((page: WebSocket) => void)

/** Says the messages to a hub that answers every command, and asks for the time when they are read. */
function dialogue(way: typeof stock, said: readonly Said[], ack: object = answerOf(40), times = 1): Promise<Heard> {
  const heard: Heard = { commands: [], frames: [] }
  listenTo = (socket) => {
    way(socket, (message, answer) => {
      heard.commands.push(message)
      for (let time = 0; time < times; time++) answer(ack)
    })
    socket.on('clock', (answer: unknown) => typeof answer === 'function' && answer('end'))
  }
  const page = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
  page.once('open', () => page.send('40'))
  return new Promise((resolve, reject) => {
    const end = (frame: string) => {
      page.terminate()
      resolve({ ...heard, frames: [...heard.frames, frame] })
    }
    page.once('error', reject)
    page.once('close', () => end('closed'))
    page.on('message', (bytes) => {
      const frame = String(bytes)
      if (frame.startsWith('40')) {
        for (const each of said) typeof each === 'string' ? page.send(each) : each(page)
        setTimeout(() => page.send('4299["clock"]'), untilRead)
      } else if (frame.startsWith('4399')) end(frame)
      else if (frame.startsWith('4')) heard.frames.push(frame)
    })
  })
}

const command = '4217["command",{"id":"a","marks":{"nd":"8.5"}}]'

test.each([
  ['of one length byte', answerOf(100)],
  ['of the most in one length byte', answerOf(125 - '4317[]'.length)],
  ['of the fewest in two', answerOf(126 - '4317[]'.length)],
  ['of the most in two', answerOf(0xffff - '4317[]'.length)],
  ['of the fewest in eight', answerOf(0x10000 - '4317[]'.length)],
  ['with letters beyond ASCII', answerOf(40, 'ế')],
])('P-40: an answer %s is the same bytes as the library writes', async (_, ack) => {
  const short = await dialogue(direct, [command], ack)
  expect(short).toEqual(await dialogue(stock, [command], ack))
  expect(short.frames).toContain(`4317[${JSON.stringify(ack)}]`)
})

test('P-40: a command is answered once, however often the hub would', async () => {
  const { frames } = await dialogue(direct, [command], { ok: true }, 3)
  expect(frames).toEqual(['4317[{"ok":true}]', '4399["end"]'])
})

test.each([
  ['a command', command],
  ['a command with letters beyond ASCII', '427["command",{"reason":"đọc “lại”"}]'],
  ['a command that nobody waits for', '42["command",{"id":"a"}]'],
  ['a command without a message', '427["command"]'],
  ['a command with more than a message', '427["command",{"id":"a"},1]'],
  ['a command that is a list', '427["command",[]]'],
  ['a command with a space before it', '427[ "command",{}]'],
  ['another event', '427["held",[]]'],
  ['another event that begins alike', '427["command-x",{}]'],
  ['a command to another place', '42/staff,7["command",{}]'],
  ['a command that breaks off', '427["command",{"id":'],
  ['a command with something behind it', '427["command",{}]]'],
  ['an endless number', `42${'9'.repeat(40)}["command",{}]`],
  ['nothing', '42'],
])('P-40: %s is understood and answered as by the library', async (_, said) => {
  expect(await dialogue(direct, [said])).toEqual(await dialogue(stock, [said]))
})

const [first, second] = [command, '4218["command",{"id":"b"}]']
const sheet = `4219["command",{"id":"c","marks":${JSON.stringify(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`tc-${n}`, '8.25'])))}}]`

/** Writes the bytes so that each piece arrives by itself. */
function inPieces(...pieces: readonly Uint8Array[]): (page: WebSocket) => void {
  return (page) => {
    const stream: unknown = Reflect.get(page, '_socket')
    if (!(stream instanceof Stream)) throw new TypeError('a WebSocket has a stream')
    for (const [index, piece] of pieces.entries()) setTimeout(() => stream.write(piece), index)
  }
}

function inFragments(page: WebSocket): void {
  page.send('4217["comm', { fin: false })
  page.send('and",{}]')
}

test.each<[string, readonly Said[]]>([
  ['that is long', [sheet]],
  ['that is longer than is read at a glance', [`4219["command",{"id":"${'c'.repeat(9000)}"}]`]],
  ['that comes in two fragments', [inFragments]],
  ['as binary', [(page) => page.send(Buffer.from(command))]],
  ['with another in one packet', [inPieces(Buffer.concat([maskedFrame(first), maskedFrame(second)]))]],
  ['in two packets', [inPieces(maskedFrame(sheet).subarray(0, 90), maskedFrame(sheet).subarray(90))]],
  ['whose length comes in two packets', [inPieces(maskedFrame(sheet).subarray(0, 3), maskedFrame(sheet).subarray(3))]],
  ['byte by byte', [inPieces(...Array.from(maskedFrame(second), (byte) => Uint8Array.of(byte)))]],
  [
    'behind the half of another message',
    [
      inPieces(
        Buffer.concat([maskedFrame('42["resync"]'), maskedFrame(first).subarray(0, 9)]),
        maskedFrame(first).subarray(9),
      ),
      second,
    ],
  ],
  ['that is not masked', [inPieces(Buffer.concat([Buffer.from([0x81, command.length]), Buffer.from(command)]))]],
  ['that is not UTF-8', [inPieces(maskedFrame(second).with(-4, 0x00))]],
])('P-40: a command %s is understood and answered as by the library', async (_, said) => {
  expect(await dialogue(direct, said)).toEqual(await dialogue(stock, said))
})

/** What a raw WebSocket hears that comes in as often as `entries` says, each time with so many greetings at once, and gives a command each time. */
function heardComingIn(way: typeof stock, entries: readonly number[]): Promise<string[]> {
  listenTo = (socket) => way(socket, (message, answer) => answer({ message }))
  const page = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
  const [...left] = entries
  const answers: string[] = []
  let greetings = 0
  const comeIn = () => {
    greetings = left.shift() ?? 0
    for (let count = 0; count < greetings; count++) page.send('40')
  }
  page.once('open', comeIn)
  return new Promise((resolve, reject) => {
    page.once('error', reject)
    page.once('close', () => resolve([...answers, 'closed']))
    page.on('message', (bytes) => {
      const frame = String(bytes)
      if (frame.startsWith('40') && --greetings === 0) page.send(command)
      if (!frame.startsWith('43')) return
      answers.push(frame)
      if (left.length === 0) return page.close()
      page.send('41')
      // In one packet with the farewell it would be one greeting too many, and the end of the connection.
      setTimeout(comeIn, untilRead)
    })
  })
}

test.each([[[1, 1, 1]], [[2]], [[2, 1]]])(
  'P-40: a page that comes in anew on the same connection, with %j greetings, is answered as by the library',
  async (entries) => {
    const short = await heardComingIn(direct, entries)
    expect(short).toEqual(await heardComingIn(stock, entries))
    expect(short).toHaveLength(entries.length + 1)
  },
)

test('P-40: a page without a WebSocket is answered all the same', async () => {
  listenTo = (socket) => direct(socket, (message, answer) => answer({ message }))
  const page = io(`http://127.0.0.1:${port}`, { transports: ['polling'], forceNew: true })
  const answered = await new Promise((resolve) => page.emit('command', 'đọc', resolve))
  page.close()
  expect(answered).toEqual({ message: 'đọc' })
})
