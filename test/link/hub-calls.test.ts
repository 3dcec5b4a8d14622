/** Calls over HTTP among several hubs, over real connections: which one is asked, and who is asked when that one does not answer. */
import { createServer, type Server } from 'node:http'
import { get, getFile, post } from '@bang-diem/shared/link/http.ts'
import { hubCalls } from '@bang-diem/shared/link/hub-calls.ts'
import * as v from 'valibot'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../harness/free-port.ts'
import { listen } from '../harness/listen.ts'

const said = v.object({ by: v.string() })

afterEach(() => hubCalls.learn(['']))

/** A hub that answers with its name, or hangs; and how often it was asked. */
async function hub(name: string, manner: 'answers' | 'takes-its-time' | 'hangs' | 'dies' = 'answers') {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(String(request.url))
    const answer = () => response.setHeader('content-type', 'application/json').end(JSON.stringify({ by: name }))
    if (manner === 'answers') answer()
    if (manner === 'takes-its-time') setTimeout(answer, 4_500)
    if (manner === 'dies') request.socket.destroy()
  })
  const address = `http://127.0.0.1:${await listen(server)}`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address, asked }
}

const dead = async () => `http://127.0.0.1:${await freePort()}`

test('O-41: the hub that the page is with is asked, and nobody else', async () => {
  const [first, second] = [await hub('first'), await hub('second')]
  hubCalls.learn([second.address, first.address])
  expect(await get('/api/contests', said)).toEqual({ ok: true, value: { by: 'second' } })
  expect([first.asked, second.asked]).toEqual([[], ['/api/contests']])
})

test('O-41: where nobody is there the next one is asked, and without any the page says so', async () => {
  const living = await hub('living')
  hubCalls.learn([await dead(), await dead(), living.address])
  expect(await post('/api/join', said, { code: 'x' }, { repeatable: true })).toEqual({
    ok: true,
    value: { by: 'living' },
  })
  hubCalls.learn([await dead(), await dead()])
  expect(await get('/api/contests', said)).toEqual({ ok: false, kind: 'no-connection' })
})

test('O-41: a hub that says nothing is waited for 4 s', async () => {
  const [mute, living] = [await hub('mute', 'hangs'), await hub('living')]
  hubCalls.learn([mute.address, living.address])
  const began = performance.now()
  expect(await get('/api/contests', said)).toEqual({ ok: true, value: { by: 'living' } })
  const ms = performance.now() - began
  expect(ms).toBeGreaterThan(3_900)
  expect(ms).toBeLessThan(5_500)
}, 10_000)

test('O-41: a hub that is making a file is not given up for another', async () => {
  const [busy, living] = [await hub('busy', 'takes-its-time'), await hub('living')]
  hubCalls.learn([busy.address, living.address])
  const file = await getFile('/api/contests/a/documents/minutes.pdf', { auth: 'x', language: 'vi' })
  expect(file.ok && (await file.value.text())).toBe('{"by":"busy"}')
  expect([busy.asked.length, living.asked.length]).toEqual([1, 0])
}, 10_000)

test('O-41: what must not be done twice is asked of one hub alone', async () => {
  const [dying, living] = [await hub('dying', 'dies'), await hub('living')]
  hubCalls.learn([dying.address, living.address])
  const created = await post('/api/contests', said, {}, { repeatable: false })
  expect(created).toEqual({ ok: false, kind: 'no-connection' })
  expect([dying.asked.length, living.asked.length]).toEqual([1, 0])
})
