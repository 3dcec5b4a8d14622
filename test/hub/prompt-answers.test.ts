/** Answers on the short way: the same bytes as the library's own, once, and where there is no WebSocket the library's way. */
import { createServer } from 'node:http'
import { answerPromptly } from '@bang-diem/server/sockets/prompt-answers.ts'
import { Server, type Socket } from 'socket.io'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { listen } from '../harness/listen.ts'

const answer = { ok: true, commit: 128, hash: '7f3a'.repeat(16), receipt: '128-7F3A', words: 'đã ghi “Ea Ngai”' }

const http = createServer()
const server = new Server(http, { serveClient: false, perMessageDeflate: false })
let port = 0
/** How the next connection answers. */
let prepare: (socket: Socket) => void = () => undefined

server.on('connection', (socket) => {
  prepare(socket)
  socket.on('command', (times: unknown, answered: unknown) => {
    if (typeof answered !== 'function') return
    for (let time = 0; time < Number(times); time++) answered(answer)
    socket.emit('done')
  })
})
beforeAll(async () => {
  port = await listen(http)
})
afterAll(() => server.close())

/** Every frame that a raw WebSocket hears to one command, up to the message behind its answer. */
function framesOf(way: (socket: Socket) => void, times: number): Promise<string[]> {
  prepare = way
  const frames: string[] = []
  const page = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
  page.once('open', () => page.send('40'))
  return new Promise((resolve, reject) => {
    page.once('error', reject)
    page.on('message', (bytes) => {
      const frame = String(bytes)
      if (frame.startsWith('40')) page.send(`4217["command",${times}]`)
      else if (frame.startsWith('4')) frames.push(frame)
      if (!frame.includes('"done"')) return
      page.close()
      resolve(frames.sort())
    })
  })
}

test('P-40: an answer on the short way is the same bytes as the library writes', async () => {
  const short = await framesOf(answerPromptly, 1)
  expect(short).toEqual(await framesOf(() => undefined, 1))
  expect(short).toContain(`4317[${JSON.stringify(answer)}]`)
})

test('P-40: a command is answered once, however often the hub would', async () => {
  expect(await framesOf(answerPromptly, 3)).toEqual(await framesOf(() => undefined, 3))
})

test('P-40: a page without a WebSocket is answered the library’s way', async () => {
  prepare = answerPromptly
  const page = io(`http://127.0.0.1:${port}`, { transports: ['polling'], forceNew: true })
  const answered = await new Promise((resolve) => page.emit('command', 1, resolve))
  page.close()
  expect(answered).toEqual(answer)
})
