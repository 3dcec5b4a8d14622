/** Where the contest of this proof lives: three folders, a stick and a real Redis, and one hub at a time, always on the same port. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../harness/free-port.ts'
import { dataFolder, type HubProcess, type HubSettings, startHub } from '../harness/hub-process.ts'
import { type RedisServer, startRedis } from '../harness/redis-server.ts'
import { linesInFolder, linesInRedis } from './lines.ts'
import { type Ended, runTool } from './tools.ts'

export type Room = 'first' | 'redis' | 'second'
type Folder = Exclude<Room, 'redis'> | 'stick' | 'empty'
type Folders = Readonly<Record<Folder, Awaited<ReturnType<typeof dataFolder>>>>

/** Phones find it again at the same address, with the same key, wherever the ledger is. */
const organiserKey = 'khoa-cua-ban-to-chuc'

export class House {
  readonly redis: RedisServer
  readonly #port: number
  readonly #folders: Folders
  #hub: HubProcess | undefined

  private constructor(redis: RedisServer, port: number, folders: Folders) {
    this.redis = redis
    this.#port = port
    this.#folders = folders
  }

  static async build(): Promise<House> {
    const [first, second, stick, empty] = [
      await dataFolder(),
      await dataFolder(),
      await dataFolder(),
      await dataFolder(),
    ]
    return new House(await startRedis(), await freePort(), { first, second, stick, empty })
  }

  readonly organiserKey = organiserKey

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Starts the hub on a room's ledger. Rejects with what it printed when it does not start. */
  async open(room: Room): Promise<void> {
    this.#hub = await startHub(this.#settings(room))
  }

  async shut(): Promise<void> {
    await this.#hub?.stop()
    this.#hub = undefined
  }

  /** What a hub says that is started on this room's ledger beside the one that runs; undefined when it starts. */
  async refusalIn(room: Room): Promise<string | undefined> {
    try {
      const hub = await startHub({ ...this.#settings(room), port: 0 })
      await hub.stop()
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message.trim() : String(error)
    }
  }

  copy(from: Room, to: Room): Promise<Ended> {
    const place = (room: Room) => (room === 'redis' ? 'REDIS_URL' : this.#folders[room].path)
    const environment = { REDIS_URL: this.redis.url, ORGANISER_KEY: organiserKey }
    return runTool('copy', ['--from', place(from), '--to', place(to)], environment)
  }

  async linesIn(room: Room, contest: string): Promise<string[]> {
    return room === 'redis' ? linesInRedis(this.redis, contest) : linesInFolder(this.#folders[room].path, contest)
  }

  /** What is on the stick. */
  async mirrored(contest: string): Promise<string[]> {
    const text = await readFile(join(this.#folders.stick.path, `${contest}.jsonl`), 'utf8')
    return text.split('\n').slice(0, -1)
  }

  async tearDown(): Promise<void> {
    await this.shut()
    await this.redis.stop()
    await Promise.all(Object.values(this.#folders).map((folder) => folder.remove()))
  }

  #settings(room: Room): HubSettings {
    return {
      port: this.#port,
      organiserKey,
      dataFolder: this.#folders[room === 'redis' ? 'empty' : room].path,
      mirror: this.#folders.stick.path,
      ...(room === 'redis' ? { redis: this.redis.url } : {}),
    }
  }
}
