/** Baseline: a stock Socket.IO server that answers every command at once, with an answer as long as the hub's, and stores nothing. */
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false })
const hash = '0'.repeat(64)
let commit = 0

io.on('connection', (socket) => {
  socket.on('command', (_message: unknown, answer: unknown) => {
    commit += 1
    if (typeof answer === 'function') answer({ ok: true, commit, hash, receipt: `${commit}-0000` })
  })
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('disconnect', () => process.exit(0))
