/** The real hub as a process of its own, for tests that must be able to kill it: started as the supervisor starts it. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { hubFlags } from '../../scripts/setup/pinned-node.mjs'

const entry = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const readySchema = v.object({ ready: v.object({ port: v.number(), organiserKey: v.string(), publicUrl: v.string() }) })

export interface HubProcess {
  readonly url: string
  readonly port: number
  readonly organiserKey: string
  readonly child: ChildProcess
  /** What it wrote on stderr. */
  printed(): string
  /** Ends it gracefully. */
  stop(): Promise<void>
  /** Ends it as a power cut would, as far as a process can be cut. */
  kill(): Promise<void>
}

export interface HubSettings {
  readonly dataFolder: string
  /** 0: any free port. */
  readonly port?: number
  readonly organiserKey?: string
  readonly host?: string
  /** The address that links carry; without, the hub's own choice. */
  readonly publicUrl?: string
  /** Where its ledger is, when that is a Redis. */
  readonly redis?: string
  /** A module that Node loads before the hub. */
  readonly before?: URL
  /** A folder that gets every commit as a line. */
  readonly mirror?: string
}

/** A folder for one hub's data that can be thrown away. */
export async function dataFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'bang-diem-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Resolves when the hub listens; rejects with what it printed when it ends before. */
export async function startHub({
  dataFolder: folder,
  port = 0,
  organiserKey,
  host = '127.0.0.1',
  publicUrl,
  redis,
  before,
  mirror,
}: HubSettings): Promise<HubProcess> {
  const { ORGANISER_KEY: _key, PUBLIC_URL: _url, REDIS_URL: _redis, MIRROR_DIR: _mirror, ...inherited } = process.env
  const child = fork(entry, [], {
    execArgv: [...hubFlags, ...(before === undefined ? [] : ['--import', before.href])],
    env: {
      ...inherited,
      PORT: String(port),
      HOST: host,
      DATA_DIR: folder,
      ...(organiserKey === undefined ? {} : { ORGANISER_KEY: organiserKey }),
      ...(publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl }),
      ...(redis === undefined ? {} : { REDIS_URL: redis }),
      ...(mirror === undefined ? {} : { MIRROR_DIR: mirror }),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let printed = ''
  child.stderr?.on('data', (bytes) => {
    printed += String(bytes)
  })
  const ready = await new Promise<v.InferOutput<typeof readySchema>['ready']>((resolve, reject) => {
    child.on('message', (message) => {
      const parsed = v.safeParse(readySchema, message)
      if (parsed.success) resolve(parsed.output.ready)
    })
    child.once('exit', (code, signal) => reject(new Error(`the hub ended with ${signal ?? code}: ${printed}`)))
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    url: `http://${host}:${ready.port}`,
    port: ready.port,
    organiserKey: ready.organiserKey,
    child,
    printed: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
