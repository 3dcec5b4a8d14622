/** A real hub under its real supervisor, both processes of their own: the hub can be killed, frozen and thawed, and comes back. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../harness/free-port.ts'
import { waitUntil } from './wait.ts'

const program = fileURLToPath(new URL('./supervised.ts', import.meta.url))

export const organiserKey = 'khoa-cua-ban-to-chuc'

/** A hub that is not reached on the loopback. */
export interface FarAway {
  readonly address: string
  /** Called once there is a process, before anybody asks whether it serves. */
  readonly whenStarted: (pid: number) => void
}

export interface HubSettings {
  /** Any free one unless told. */
  readonly port?: number
  /** Makes the words of a program that starts the hub, given its data folder. */
  readonly through?: ((folder: string) => readonly string[]) | undefined
  readonly farAway?: FarAway | undefined
  /** Further settings of the hub's environment. */
  readonly environment?: Readonly<Record<string, string>>
}

export class SupervisedHub {
  /** Where it listens itself, past any proxy. */
  readonly url: string
  readonly folder: string
  readonly #place: string
  readonly #supervisor: ChildProcess
  #printed = ''

  private constructor(place: string, port: number, { through, farAway, environment }: HubSettings) {
    this.#place = place
    this.folder = join(place, 'data')
    this.url = `http://${farAway?.address ?? '127.0.0.1'}:${port}`
    this.#supervisor = fork(program, [...(through?.(this.folder) ?? [])], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: farAway ? '0.0.0.0' : '127.0.0.1',
        DATA_DIR: this.folder,
        ORGANISER_KEY: organiserKey,
        TELL_PID_FILE: this.#pidFile,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [this.#supervisor.stdout, this.#supervisor.stderr]) {
      stream?.on('data', (bytes) => {
        this.#printed += String(bytes)
      })
    }
  }

  /** Resolves when the hub serves. */
  static async start(settings: HubSettings = {}): Promise<SupervisedHub> {
    const place = await mkdtemp(join(tmpdir(), 'bang-diem-faults-'))
    await mkdir(join(place, 'data'))
    const hub = new SupervisedHub(place, settings.port ?? (await freePort()), settings)
    try {
      if (settings.farAway) {
        await waitUntil('there is a process', () => existsSync(hub.#pidFile))
        settings.farAway.whenStarted(hub.pid)
      }
      await waitUntil('the hub serves', () => hub.isReady())
    } catch (error) {
      await hub.stop()
      throw new Error(`the hub did not start: ${hub.#printed}`, { cause: error })
    }
    return hub
  }

  /** The process id of the hub that was started last. */
  get pid(): number {
    return Number(readFileSync(this.#pidFile, 'utf8'))
  }

  get supervisorIsAlive(): boolean {
    return this.#supervisor.exitCode === null && this.#supervisor.signalCode === null
  }

  /** What hub and supervisor printed. */
  get printed(): string {
    return this.#printed
  }

  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    process.kill(this.pid, signal)
  }

  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).ok
    } catch (error) {
      if (error instanceof TypeError) return false
      throw error
    }
  }

  /** The history as the organiser exports it, a commit a line. */
  async ledger(contest: string): Promise<string[]> {
    const headers = { authorization: `Bearer ${organiserKey}` }
    const response = await fetch(`${this.url}/api/contests/${contest}/ledger`, { headers })
    if (!response.ok) throw new Error(`the ledger was refused with ${response.status}`)
    return (await response.text()).split('\n').filter((line) => line !== '')
  }

  /** Ends supervisor and hub, and throws the history away. */
  async stop(): Promise<void> {
    if (this.supervisorIsAlive) {
      const ended = once(this.#supervisor, 'exit')
      this.#supervisor.kill('SIGTERM')
      await ended
    }
    await rm(this.#place, { recursive: true, force: true })
  }

  get #pidFile(): string {
    return join(this.#place, 'hub.pid')
  }
}
