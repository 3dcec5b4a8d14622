/** Taking a long history away over a slow line: the hub reads on as fast as the reader does, and never holds it whole. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import type { Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { expect, test } from 'vitest'
import { hubInside, organiserKey } from './inside.ts'
import { MoodyLedger } from './queue.ts'

const path = '/api/contests/hoi-thi/ledger'
const chunks = 200
const line = 'x'.repeat(1_000_000)

/** A ledger whose one contest is endless, as far as memory is concerned; it counts what was read of it. */
class LongLedger extends MoodyLedger {
  chunksRead = 0
  left = false

  override async *read(): AsyncGenerator<readonly StoredCommit[]> {
    if (!this.readable) throw new LedgerUnavailable('input-output', 'none', undefined)
    try {
      for (; this.chunksRead < chunks; this.chunksRead++) yield [{ number: this.chunksRead + 1, hash: '', line }]
    } finally {
      this.left = true
    }
  }
}

async function longHistory() {
  const long: LongLedger[] = []
  const around = (ledger: Ledger) => {
    const made = new LongLedger(ledger)
    long.push(made)
    return made
  }
  const { port } = await hubInside({}, around)
  const [ledger] = long
  if (!ledger) throw new Error('no ledger was made')
  const slow = async () => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.pause()
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${organiserKey}\r\n\r\n`,
    )
    await expect.poll(() => ledger.chunksRead).toBeGreaterThan(0)
    await pause(500)
    return socket
  }
  return { ledger, port, slow }
}

test('P-19: a reader that does not read holds up the reading, and gets everything once it does', async () => {
  const { ledger, slow } = await longHistory()
  const socket = await slow()
  expect(ledger.chunksRead).toBeLessThan(chunks / 4)
  let bytes = 0
  socket.on('data', (some) => {
    bytes += some.length
  })
  socket.resume()
  await once(socket, 'close')
  expect(bytes).toBeGreaterThan(chunks * line.length)
})

test('P-19: a reader that goes away ends the reading, and nothing else', async () => {
  const { ledger, port, slow } = await longHistory()
  const socket = await slow()
  socket.destroy()
  await expect.poll(() => ledger.left).toBe(true)
  expect(ledger.chunksRead).toBeLessThan(chunks)
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})

test('P-19: P-15: a medium that fails before anything was sent is a fault with its code', async () => {
  const { ledger, port } = await longHistory()
  ledger.readable = false
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { authorization: `Bearer ${organiserKey}` },
  })
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ code: 'ledger-unavailable', reason: 'input-output', seconds: 2 })
})
