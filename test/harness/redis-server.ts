/**
 * A real Redis for tests: a redis-server of its own in a temporary folder, on this machine alone. It can be killed, stopped for a while
 * and started again with the same port and the same files. It never touches a Redis that somebody else has started.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askRedis } from './ask-redis.ts'
import { freePort } from './free-port.ts'
import { startTied, type TiedProgram } from './tied-program.ts'

export interface RedisSettings {
  /** When the append-only file is flushed; `always` unless told. */
  readonly appendfsync?: 'always' | 'everysec' | 'no'
  readonly appendonly?: boolean
  readonly requirepass?: string
  /** Lines of `user`, as in a configuration file: `hub on >secret ~bang-diem:* +@all`. */
  readonly users?: readonly string[]
  /** The master, of which this one is a replica from the start. */
  readonly replicaOf?: { readonly port: number }
  /** Any free one unless told. */
  readonly port?: number
  /** Its files; a temporary folder, thrown away at `stop`, unless told. */
  readonly folder?: string
  /** Further lines of its configuration. */
  readonly lines?: readonly string[]
  /** The words of a program that starts it and becomes it, given its folder. */
  readonly through?: (folder: string) => readonly string[]
}

export class RedisServer {
  readonly port: number
  readonly folder: string
  readonly #password: string | undefined
  readonly #keepsFolder: boolean
  readonly #through: readonly string[]
  #program: TiedProgram

  private constructor(settings: RedisSettings, port: number, folder: string) {
    this.port = port
    this.folder = folder
    this.#password = settings.requirepass
    this.#keepsFolder = settings.folder !== undefined
    this.#through = settings.through?.(folder) ?? []
    this.#program = this.#launch()
  }

  /** Resolves when it answers. */
  static async start(settings: RedisSettings): Promise<RedisServer> {
    const port = settings.port ?? (await freePort())
    const folder = settings.folder ?? (await mkdtemp(join(tmpdir(), 'bang-diem-redis-')))
    await writeFile(join(folder, 'redis.conf'), configurationOf(settings, port))
    const server = new RedisServer(settings, port, folder)
    try {
      await server.#program.says('Ready to accept connections')
    } catch (error) {
      await server.stop()
      throw error
    }
    return server
  }

  get url(): string {
    return `redis://${this.#password === undefined ? '' : `:${this.#password}@`}127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.#program.pid
  }

  get isRunning(): boolean {
    return this.#program.isRunning
  }

  /** What it has written on stdout since it was started last. */
  get printed(): string {
    return this.#program.printed()
  }

  signal(signal: NodeJS.Signals): void {
    this.#program.signal(signal)
  }

  /** `kill -9`; its files stay, and `restart` goes on from them. */
  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.#program.ended
  }

  /** Starts it again with the same port and files; one that still runs is killed before. */
  async restart(): Promise<void> {
    await this.kill()
    this.#program = this.#launch()
    await this.#program.says('Ready to accept connections')
  }

  /** Ends it for good and throws its temporary folder away. */
  async stop(): Promise<void> {
    await this.kill()
    if (!this.#keepsFolder) await rm(this.folder, { recursive: true, force: true })
  }

  #launch(): TiedProgram {
    const [program = redisProgram(), ...words] = [...this.#through, redisProgram(), join(this.folder, 'redis.conf')]
    return startTied(program, words, this.folder)
  }

  /** One command over a connection of its own, past the program under test. */
  ask(...words: readonly string[]): Promise<unknown> {
    return askRedis(this.url, words)
  }
}

export function startRedis(settings: RedisSettings = {}): Promise<RedisServer> {
  return RedisServer.start(settings)
}

/** The program that the set-up found, else the one on the path. */
export function redisProgram(): string {
  return process.env.REDIS_SERVER ?? 'redis-server'
}

function configurationOf(settings: RedisSettings, port: number): string {
  const { appendfsync = 'always', appendonly = true, requirepass, users = [], replicaOf, lines = [] } = settings
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    'daemonize no',
    'save ""',
    `appendonly ${appendonly ? 'yes' : 'no'}`,
    `appendfsync ${appendfsync}`,
    // A test's replica takes part at once, and a master that ends does not wait for one that is gone.
    'repl-diskless-sync-delay 0',
    'shutdown-timeout 0',
    ...(requirepass === undefined ? [] : [`requirepass ${requirepass}`, `masterauth ${requirepass}`]),
    ...users.map((user) => `user ${user}`),
    ...(replicaOf === undefined ? [] : [`replicaof 127.0.0.1 ${replicaOf.port}`]),
    ...lines,
    '',
  ].join('\n')
}
