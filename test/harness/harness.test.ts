/** The servers that tests stand on: they come back with what they had, fail over, and end with whoever started them. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { waitUntil } from '../faults/wait.ts'
import { startCluster } from './cluster.ts'
import { startRedis } from './redis-server.ts'
import { startSentinel } from './sentinel.ts'
import { TcpProxy } from './tcp-proxy.ts'

test('a Redis that is killed comes back on its port with what it had written', async () => {
  const redis = await startRedis({ requirepass: 'mat-khau' })
  onTestFinished(() => redis.stop())
  await redis.ask('SET', 'khoa', 'gia-tri')
  await redis.kill()
  await expect(redis.ask('GET', 'khoa')).rejects.toThrow()
  await redis.restart()
  expect(await redis.ask('GET', 'khoa')).toBe('gia-tri')
})

test('a Redis that cannot start says why', async () => {
  await expect(startRedis({ lines: ['no-such-setting 1'] })).rejects.toThrow('no-such-setting')
})

test('a Redis ends with the program that started it, though that is killed', async () => {
  const parent = fork(fileURLToPath(new URL('./redis-starter.ts', import.meta.url)))
  const [pid] = await once(parent, 'message')
  expect(isAlive(Number(pid))).toBe(true)
  parent.kill('SIGKILL')
  await waitUntil('Redis has ended', () => !isAlive(Number(pid)))
})

test('when the master is killed the sentinels make a replica the master, with what was written', async () => {
  const sentinel = await startSentinel()
  onTestFinished(() => sentinel.stop())
  const first = await sentinel.master()
  await first.ask('SET', 'khoa', 'gia-tri')
  await first.ask('WAIT', '2', '5000')
  await first.kill()
  await waitUntil('there is another master', async () => (await sentinel.master()) !== first)
  const second = await sentinel.master()
  expect(await second.ask('GET', 'khoa')).toBe('gia-tri')
  await first.restart()
  await sentinel.ready()
  expect(await sentinel.master()).toBe(second)
})

test('three servers serve all slots of a cluster', async () => {
  const cluster = await startCluster()
  onTestFinished(() => cluster.stop())
  const [first] = cluster.servers
  const replies = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => first?.ask('SET', key, '1')))
  const moved = replies.filter((reply) => reply.status === 'rejected' && String(reply.reason).includes('MOVED'))
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.length).toBeLessThan(replies.length)
})

test('the proxy passes, holds, cuts at a piece, swallows and refuses', async () => {
  const { port, arrived } = await echo()
  const proxy = await TcpProxy.open({ port })
  onTestFinished(() => proxy.close())
  const first = await caller(proxy.port)
  await first.says('một')
  expect(first.heard()).toBe('một')
  proxy.hold('down')
  first.socket.write(' hai')
  await waitUntil('it arrived', () => arrived().includes('hai'))
  await pause(30)
  expect(first.heard()).toBe('một')
  proxy.release('down')
  await waitUntil('it is let go', () => first.heard() === 'một hai')
  proxy.watch((direction, bytes) => (direction === 'up' && bytes.includes('ba') ? 'pass-then-cut' : 'pass'))
  first.socket.write(' ba')
  await waitUntil('the line is cut', () => first.socket.destroyed)
  await waitUntil('what was let through arrives', () => arrived().includes('ba'))
  expect(first.heard()).toBe('một hai')
  proxy.watch()
  const second = await caller(proxy.port)
  proxy.swallow()
  second.socket.write('bốn')
  await pause(30)
  expect(second.socket.destroyed).toBe(false)
  proxy.mend()
  await waitUntil('the line that lost bytes is cut', () => second.socket.destroyed)
  expect(arrived()).not.toContain('bốn')
  await proxy.refuse()
  await expect(caller(proxy.port)).rejects.toThrow('ECONNREFUSED')
  await proxy.accept()
  await (await caller(proxy.port)).says('năm')
})

async function echo() {
  let text = ''
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      text += String(bytes)
      socket.write(bytes)
    })
  })
  onTestFinished(() => {
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return { port: address.port, arrived: () => text }
}

async function caller(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  onTestFinished(() => {
    socket.destroy()
  })
  let text = ''
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    text += String(bytes)
  })
  const heard = () => text
  const says = async (words: string) => {
    socket.write(words)
    await waitUntil('it comes back', () => text.endsWith(words))
  }
  return { socket, heard, says }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}
