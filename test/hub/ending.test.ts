/** How a hub ends: in order when it is asked, and at once when somebody insists. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { whenAskedToEnd } from '@bang-diem/server/ending.ts'
import { describe, expect, test } from 'vitest'
import { dataFolder, startHub } from '../harness/hub-process.ts'

/** A process that can only be asked to end, and what became of it. */
function asked() {
  const tasks = new Map<string, () => void>()
  const ends: string[] = []
  const asking = { on: (event: string, task: () => void) => tasks.set(event, task) }
  whenAskedToEnd(asking, { inOrder: () => ends.push('in order'), atOnce: () => ends.push('at once') })
  return { ends, ask: (event: string) => tasks.get(event)?.() }
}

describe('P-28: a hub that is asked to end', () => {
  test.each(['SIGINT', 'SIGTERM', 'disconnect'])('P-28: by %s ends in order', (event) => {
    const { ends, ask } = asked()
    ask(event)
    expect(ends).toEqual(['in order'])
  })

  test('P-28: by a second Ctrl+C ends at once, and not by anything else that comes twice', () => {
    const { ends, ask } = asked()
    for (const event of ['SIGTERM', 'SIGTERM', 'disconnect']) ask(event)
    expect(ends).toEqual(['in order'])
    ask('SIGINT')
    expect(ends).toEqual(['in order', 'at once'])
  })

  const unfinished =
    'POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"co'
  const vanishing =
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n'

  test.each([
    ['a stranger who never finishes a request', unfinished],
    ['a page that has vanished without closing', vanishing],
  ])('P-28: does not wait for %s', { timeout: 20_000 }, async (_, said) => {
    const folder = await dataFolder()
    const hub = await startHub({ dataFolder: folder.path })
    const stranger = connect(hub.port, '127.0.0.1')
    stranger.on('error', () => stranger.destroy())
    await once(stranger, 'connect')
    stranger.write(said)
    await fetch(`${hub.url}/healthz`)
    const ended = once(hub.child, 'exit')
    await hub.stop()
    expect(await ended).toEqual([0, null])
    stranger.destroy()
    await folder.remove()
  })
})
