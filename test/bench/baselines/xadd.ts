/**
 * Baseline: a stock Socket.IO server that adds every command to a Redis stream, by itself, and answers when Redis has answered. It decides
 * nothing, keeps no order of standings, and checks nothing.
 */
import { createServer } from 'node:http'
import { Redis } from 'ioredis'
import { Server } from 'socket.io'

const redis = new Redis(process.env.REDIS_URL ?? '')
const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false })
const hash = '0'.repeat(64)
let commit = 0

io.on('connection', (socket) => {
  socket.on('command', async (message: unknown, answer: unknown) => {
    await redis.xadd('baseline', '*', 'line', JSON.stringify(message))
    commit += 1
    if (typeof answer === 'function') answer({ ok: true, commit, hash, receipt: `${commit}-0000` })
  })
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('disconnect', () => process.exit(0))
