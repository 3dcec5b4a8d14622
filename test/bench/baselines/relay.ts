/**
 * Baseline: bare `ws`. It answers every command at once, counts, stores nothing, and tells everyone the count with one prepared frame,
 * at most one in 50 ms. The frame's bytes are written straight to the connections, which is as fast as Node writes.
 */
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { connect } from '../frames.ts'

const paceMs = 50
const hash = '0'.repeat(64)
const http = createServer()
const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const listening = new Set<Duplex>()
const counts = new Map<string, number>()
let commit = 0
let version = 0
let due = false
let lastTold = Number.NEGATIVE_INFINITY

http.on('upgrade', (request, connection, head) => {
  server.handleUpgrade(request, connection, head, (socket) => {
    connection.on('close', () => listening.delete(connection))
    socket.on('message', (bytes) => {
      const frame = String(bytes)
      if (frame.startsWith(connect)) {
        if (!frame.includes('"mute"')) listening.add(connection)
        socket.send(connect)
        return
      }
      const [, ack = ''] = /^42(\d+)/.exec(frame) ?? []
      const [, team = ''] = /"team":"([a-z0-9-]+)"/.exec(frame) ?? []
      commit += 1
      counts.set(team, (counts.get(team) ?? 0) + 1)
      socket.send(`43${ack}[{"ok":true,"commit":${commit},"hash":"${hash}","receipt":"${commit}-0000"}]`)
      tellSoon(team)
    })
  })
})

function tellSoon(team: string): void {
  if (due) return
  due = true
  const wait = lastTold + paceMs - performance.now()
  const task = () => tell(team)
  if (wait > 0) setTimeout(task, wait)
  else setImmediate(task)
}

function tell(team: string): void {
  due = false
  lastTold = performance.now()
  version += 1
  const progress = { round: 'phan-thi', team, submitted: counts.get(team), expected: 1000 }
  const delta = { from: version - 1, to: version, set: { progress }, unset: [] }
  const frame = prepared(`42["delta",${JSON.stringify(delta)}]`)
  for (const connection of listening) connection.write(frame)
}

/** A whole text message as RFC 6455 puts it on the wire, unmasked; for 126 to 65,535 bytes. */
function prepared(text: string): Buffer {
  const payload = Buffer.from(text.padEnd(126))
  const header = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff])
  return Buffer.concat([header, payload])
}

http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('disconnect', () => process.exit(0))
