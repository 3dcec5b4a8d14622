/** Pages that do not read what they are sent: what the hub keeps for them is bounded, and no page is left without a picture. */
import { once } from 'node:events'
import { Resync } from '@bang-diem/server/sockets/resync.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { VirtualTime } from '../spoiler/virtual-time.ts'
import { hubInside } from './inside.ts'

const contest = 'hoi-thi'
const channel = 'hall@stage'
/** More than the kernel takes for two ends that do not read. */
const large = { from: 0, to: 1, set: { x: 'x'.repeat(1_000_000) }, unset: [] }
const bounds = { wire: { bytesBehind: 100_000, lagMs: 400 }, pace: { beatMs: 50, audienceBeatMs: 50 } }
const open = `40${JSON.stringify({ protocol: 1, contest, screen: 'stage' })}`

afterEach(() => vi.restoreAllMocks())

/** A stage screen that writes its frames itself, and stops reading when it is told to. */
async function rawPage(port: number) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
  const heard: string[] = []
  socket.on('message', (bytes) => heard.push(String(bytes)))
  socket.on('error', () => socket.terminate())
  await once(socket, 'open')
  socket.send(open)
  await expect.poll(() => heard.some((text) => text.startsWith('42["snapshot"'))).toBe(true)
  return { socket, heard, snapshots: () => heard.filter((text) => text.startsWith('42["snapshot"')).length }
}

/** A page that came by polling: it posts, and never fetches what waits for it. */
async function pollingPage(port: number) {
  const address = `http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`
  const opened = await (await fetch(address)).text()
  const sid = /"sid":"([^"]+)"/.exec(opened)?.[1] ?? ''
  const post = (body: string) => fetch(`${address}&sid=${sid}`, { method: 'POST', body })
  await post(open)
  return { post }
}

describe('P-33: a page that does not read', () => {
  test('P-33: gets nothing more until it has caught up, and then one snapshot', async () => {
    const { room, sockets, port } = await hubInside({
      ...bounds,
      wire: { ...bounds.wire, lagMs: 60_000, bytesAtMost: 1e9 },
    })
    const page = await rawPage(port)
    page.socket.pause()
    const told = vi.spyOn(room.feed, 'snapshot')
    for (let index = 0; index < 20; index++) sockets.send(contest, channel, large)
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (let index = 0; index < 100; index++) sockets.send(contest, channel, large)
    for (let index = 0; index < 20; index++) page.socket.send('42["resync"]')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(told).not.toHaveBeenCalled()
    page.socket.resume()
    await expect.poll(page.snapshots, { timeout: 10_000 }).toBe(2)
    expect(page.heard.filter((text) => text.startsWith('42["delta"'))).toHaveLength(20)
    expect(page.heard.filter((text) => /^42\["(snapshot|delta)"/.test(text)).at(-1)).toMatch(/^42\["snapshot"/)
    page.socket.terminate()
  })

  test('P-33: is put out when it does not catch up', async () => {
    const { sockets, port } = await hubInside(bounds)
    const page = await rawPage(port)
    page.socket.pause()
    for (let index = 0; index < 20; index++) sockets.send(contest, channel, large)
    await expect.poll(() => sockets.count().hall, { timeout: 5000 }).toBe(0)
    page.socket.terminate()
  })

  test('P-33: is put out at once when it asks without end', async () => {
    const { sockets, port } = await hubInside({ ...bounds, wire: { lagMs: 60_000, bytesAtMost: 2_000_000 } })
    const page = await rawPage(port)
    page.socket.pause()
    for (let index = 0; index < 20; index++) sockets.send(contest, channel, large)
    await expect.poll(() => sockets.count().hall, { timeout: 5000 }).toBe(0)
    page.socket.terminate()
  })

  test('P-33: may be one that polls, and only says that it lives', async () => {
    const { sockets, port } = await hubInside(bounds)
    const page = await pollingPage(port)
    await expect.poll(() => sockets.count().hall).toBe(1)
    sockets.send(contest, channel, large)
    const alive = setInterval(() => void page.post('3'), 100)
    await expect.poll(() => sockets.count().hall, { timeout: 5000 }).toBe(0)
    clearInterval(alive)
  })
})

describe('P-10: snapshots that are asked for', () => {
  /** A page that asks at these moments and has that much waiting; answers when it is told. */
  function asking({
    waiting = () => 0,
    isLagging = () => false,
  }: {
    waiting?: () => number
    isLagging?: () => boolean
  }) {
    const time = new VirtualTime()
    const told: number[] = []
    const tell = () => told.push(time.now())
    const resync = new Resync({ timers: time, pauseMs: 1000, mostWaiting: 10, waiting, isLagging, tell })
    const until = (ms: number) => {
      while (time.runNext(ms));
      time.reach(ms)
    }
    return { resync, told, until }
  }

  test('P-10: the first comes at once, whoever asks again within the second gets one at its end', () => {
    const { resync, told, until } = asking({})
    for (let ms = 0; ms < 2500; ms += 20) {
      until(ms)
      resync.ask()
    }
    until(10_000)
    expect(told).toEqual([0, 1000, 2000, 3000])
    resync.ask()
    expect(told.at(-1)).toBe(10_000)
  })

  test('P-10: while too much waits it is kept for later, and comes when that has gone out', () => {
    const load = { waiting: 11 }
    const { resync, told, until } = asking({ waiting: () => load.waiting })
    resync.ask()
    until(3500)
    expect(told).toEqual([])
    load.waiting = 10
    until(10_000)
    expect(told).toEqual([4000])
  })

  test('P-10: P-33: a page that is skipped asks for nothing: it gets one anyway', () => {
    const state = { lagging: true }
    const { resync, told, until } = asking({ isLagging: () => state.lagging })
    resync.ask()
    until(500)
    state.lagging = false
    until(5000)
    expect(told).toEqual([])
  })

  test('P-10: a page that has left is told nothing', () => {
    const { resync, told, until } = asking({})
    resync.ask()
    resync.ask()
    resync.stop()
    until(5000)
    expect(told).toEqual([0])
  })
})
