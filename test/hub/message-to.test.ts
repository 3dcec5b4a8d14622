/** A message to many by the short way: the same bytes as the library's own, in the same order, and the library's way where that is all. */
import { createServer } from 'node:http'
import { frameOf, wroteFrame } from '@bang-diem/server/sockets/frames.ts'
import { messageTo } from '@bang-diem/server/sockets/message-to.ts'
import { Server, type Socket } from 'socket.io'
import { io as connect } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { listen } from '../harness/listen.ts'

const http = createServer()
const server = new Server(http, { serveClient: false, perMessageDeflate: false })
let port = 0
/** What the next page is told when it has come in. */
let tell: (socket: Socket) => void = () => undefined

server.on('connection', (socket) => {
  void socket.join('hall')
  tell(socket)
})
beforeAll(async () => {
  port = await listen(http)
})
afterAll(() => server.close())

/** What a raw WebSocket in the room hears, up to the message `end`. */
function heardBy(telling: typeof tell): Promise<string[]> {
  tell = telling
  const frames: string[] = []
  const page = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
  page.once('open', () => page.send('40'))
  return new Promise((resolve, reject) => {
    page.once('error', reject)
    page.on('message', (bytes) => {
      const frame = String(bytes)
      if (frame.startsWith('42["end"')) {
        page.terminate()
        resolve(frames)
      } else if (frame.startsWith('42')) frames.push(frame)
    })
  })
}

/** A turn later, when the library holds nothing back any more. */
const later = (task: () => void) => void setTimeout(task, 50)

test.each([10, 100, 101, 102, 125, 126, 65_500, 65_535, 65_536, 100_000])(
  'F-8: a delta of %i letters is the same bytes as the library writes',
  async (letters) => {
    const delta = { from: 1, to: 2, set: { title: 'ế'.repeat(letters / 2) + '.'.repeat(letters / 2) }, unset: [] }
    const short = await heardBy((socket) =>
      later(() => {
        messageTo(server, 'delta', delta)('hall')
        socket.emit('end')
      }),
    )
    const stock = await heardBy((socket) =>
      later(() => {
        server.to('hall').emit('delta', delta)
        socket.emit('end')
      }),
    )
    expect(short).toEqual(stock)
    expect(short).toEqual([`42${JSON.stringify(['delta', delta])}`])
  },
)

test('F-8: it overtakes nothing that the library still holds back, and nothing overtakes it', async () => {
  const heard = await heardBy((socket) => {
    const say = (to: number) => messageTo(server, 'delta', { to })('hall')
    socket.emit('snapshot', 1)
    socket.emit('snapshot', 2)
    say(3)
    later(() => {
      say(4)
      socket.emit('snapshot', 5)
      say(6)
      socket.emit('end')
    })
  })
  expect(heard.map((frame) => Number(/\d(?=\D*$)/.exec(frame)?.[0]))).toEqual([1, 2, 3, 4, 5, 6])
})

test('F-8: the short way is open on a WebSocket, and closed while the library holds something back', async () => {
  const frame = frameOf('42["delta",{}]')
  const tries: boolean[] = []
  const heard = await heardBy((socket) =>
    later(() => {
      tries.push(wroteFrame(socket, frame))
      socket.emit('snapshot')
      tries.push(wroteFrame(socket, frame))
      socket.emit('end')
    }),
  )
  expect(tries).toEqual([true, false])
  expect(heard).toEqual(['42["delta",{}]', '42["snapshot"]'])
})

test('F-8: only those in the room hear it, and a page without a WebSocket as well', async () => {
  tell = () => undefined
  const page = connect(`http://127.0.0.1:${port}`, { transports: ['polling'], forceNew: true })
  const heard: unknown[] = []
  page.on('delta', (delta) => heard.push(delta))
  await new Promise((resolve) => page.once('connect', () => resolve(undefined)))
  messageTo(server, 'delta', { to: 1 })('stage')
  messageTo(server, 'delta', { to: 2 })('hall')
  await expect.poll(() => heard).toEqual([{ to: 2 }])
  page.close()
})
