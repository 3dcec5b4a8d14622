/** Starts a baseline as a process of its own. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

const programs = {
  echo: fileURLToPath(new URL('./echo.ts', import.meta.url)),
  relay: fileURLToPath(new URL('./relay.ts', import.meta.url)),
  xadd: fileURLToPath(new URL('./xadd.ts', import.meta.url)),
} as const
const readySchema = v.object({ port: v.number() })

export interface Baseline {
  readonly pid: number
  /** Where a generator connects to. */
  readonly url: string
  stop(): void
}

/** `redis` is the address of the Redis that it uses, if it does. */
export async function startBaseline(name: keyof typeof programs, redis = ''): Promise<Baseline> {
  const child = fork(programs[name], { env: { ...process.env, REDIS_URL: redis } })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(v.parse(readySchema, message).port))
    child.once('exit', (code) => reject(new Error(`the baseline ${name} ended with ${code}`)))
  })
  if (child.pid === undefined) throw new Error(`the baseline ${name} has no process`)
  return { pid: child.pid, url: socketUrl(port), stop: () => child.disconnect() }
}

/** The address of a Socket.IO server's WebSocket on this machine. */
export function socketUrl(port: number): string {
  return `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`
}
