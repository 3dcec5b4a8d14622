/** A real hub as a process of its own, on a free port and an empty folder, for driving the staff's page in a real browser. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'

const readySchema = v.object({ ready: v.object({ port: v.number(), organiserKey: v.string() }) })
const program = join(import.meta.dirname, '../../../server/src/main.ts')
const patienceMs = 20_000

export class HubProcess {
  readonly origin: string
  readonly key: string
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(child: ChildProcess, folder: string, port: number, key: string) {
    this.#child = child
    this.#folder = folder
    this.origin = `http://127.0.0.1:${port}`
    this.key = key
  }

  static async start(): Promise<HubProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'bang-diem-console-'))
    const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ORGANISER_KEY: '', PUBLIC_URL: '' }
    const child = fork(program, { env, cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    const late = AbortSignal.timeout(patienceMs)
    const [message] = await once(child, 'message', { signal: late })
    const { ready } = v.parse(readySchema, message)
    return new HubProcess(child, folder, ready.port, ready.organiserKey)
  }

  /** Ends it as a crash would, or politely. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit')
      this.#child.kill(signal)
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
