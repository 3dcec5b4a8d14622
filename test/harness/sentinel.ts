/**
 * A Redis that fails over by itself: a master, two replicas and three sentinels that agree within a second or two that the master is
 * gone. All on this machine alone; who is master at a time is asked of the sentinels, never assumed.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { askRedis } from './ask-redis.ts'
import { freePort } from './free-port.ts'
import { type RedisServer, type RedisSettings, redisProgram, startRedis } from './redis-server.ts'
import { startTied, type TiedProgram } from './tied-program.ts'

export interface SentinelSettings {
  /** For the master and the replicas, all alike. */
  readonly redis?: Omit<RedisSettings, 'port' | 'folder' | 'replicaOf'>
  /** So long a master may be silent, in ms. */
  readonly downAfterMs?: number
}

const masterName = 'bang-diem'
const quorum = 2
/** Longer than this, in ms, nothing here takes on any machine. */
const patience = 60_000

/** How often a sentinel looks around, in ms: by itself every ten seconds, which is long for a test. */
const periods = {
  'info-period': '500',
  'ping-period': '200',
  'ask-period': '200',
  'publish-period': '500',
  'min-link-reconnect-period': '1000',
}

const addressReply = v.tuple([v.string(), v.string()])
/** Names and values in turn. */
const pairsReply = v.array(v.string())

export class SentinelRedis {
  /** Master and replicas, in whatever roles they have now. */
  readonly servers: readonly RedisServer[]
  readonly #sentinels: readonly Sentinel[]

  private constructor(servers: readonly RedisServer[], sentinels: readonly Sentinel[]) {
    this.servers = servers
    this.#sentinels = sentinels
  }

  /** Resolves when the replicas follow and the sentinels know of each other and of the replicas. */
  static async start({ redis = {}, downAfterMs = 700 }: SentinelSettings = {}): Promise<SentinelRedis> {
    const first = await startRedis(redis)
    const started: (RedisServer | Sentinel)[] = [first]
    try {
      const replicas: RedisServer[] = []
      for (let index = 0; index < 2; index += 1) {
        const replica = await startRedis({ ...redis, replicaOf: first })
        replicas.push(replica)
        started.push(replica)
      }
      const sentinels: Sentinel[] = []
      for (let index = 0; index < 3; index += 1) {
        const sentinel = await Sentinel.start(first, downAfterMs, redis.requirepass)
        sentinels.push(sentinel)
        started.push(sentinel)
      }
      const all = new SentinelRedis([first, ...replicas], sentinels)
      await all.ready()
      return all
    } catch (error) {
      for (const each of started) await each.stop()
      throw error
    }
  }

  get name(): string {
    return masterName
  }

  get url(): string {
    return `redis+sentinel://${this.#sentinels.map(({ port }) => `127.0.0.1:${port}`).join()}/${masterName}`
  }

  /** The master of which the sentinels speak now. */
  async master(): Promise<RedisServer> {
    const port = await this.#sentinels[0]?.masterPort()
    const master = this.servers.find((server) => server.port === port)
    if (!master) throw new Error(`the sentinels name a master at ${port}, where no server is`)
    return master
  }

  /** Resolves when every sentinel sees both replicas and both others, so that a failover can succeed. */
  async ready(): Promise<void> {
    const begun = performance.now()
    for (const sentinel of this.#sentinels) {
      while (!(await sentinel.seesEverybody(this.servers.length - 1, this.#sentinels.length - 1))) {
        if (performance.now() - begun > patience) throw new Error('the sentinels do not find each other')
        await pause(50)
      }
    }
  }

  async stop(): Promise<void> {
    for (const each of [...this.#sentinels, ...this.servers]) await each.stop()
  }
}

class Sentinel {
  readonly port: number
  readonly #folder: string
  readonly #program: TiedProgram

  private constructor(port: number, folder: string) {
    this.port = port
    this.#folder = folder
    this.#program = startTied(redisProgram(), [join(folder, 'sentinel.conf'), '--sentinel'], folder)
  }

  static async start(master: RedisServer, downAfterMs: number, password: string | undefined): Promise<Sentinel> {
    const port = await freePort()
    const folder = await mkdtemp(join(tmpdir(), 'bang-diem-sentinel-'))
    const configuration = [
      'bind 127.0.0.1',
      `port ${port}`,
      `sentinel monitor ${masterName} 127.0.0.1 ${master.port} ${quorum}`,
      `sentinel down-after-milliseconds ${masterName} ${downAfterMs}`,
      // Also twice this long a failover that came to nothing is not tried again.
      `sentinel failover-timeout ${masterName} ${downAfterMs * 4}`,
      ...(password === undefined ? [] : [`sentinel auth-pass ${masterName} ${password}`]),
      '',
    ]
    await writeFile(join(folder, 'sentinel.conf'), configuration.join('\n'))
    const sentinel = new Sentinel(port, folder)
    await sentinel.#program.says('+monitor master')
    await sentinel.#ask('SENTINEL', 'DEBUG', ...Object.entries(periods).flat())
    return sentinel
  }

  async masterPort(): Promise<number> {
    const [, port] = v.parse(addressReply, await this.#ask('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', masterName))
    return Number(port)
  }

  /** Whether it knows of so many replicas that follow the master, and of so many other sentinels. */
  async seesEverybody(replicas: number, others: number): Promise<boolean> {
    const master = v.parse(pairsReply, await this.#ask('SENTINEL', 'MASTER', masterName))
    const known = v.parse(v.array(pairsReply), await this.#ask('SENTINEL', 'REPLICAS', masterName))
    const following = known.filter((replica) => {
      return valueIn(replica, 'flags') === 'slave' && valueIn(replica, 'master-link-status') === 'ok'
    })
    const isWell = valueIn(master, 'flags') === 'master' && following.length === replicas
    return isWell && valueIn(master, 'num-other-sentinels') === String(others)
  }

  async stop(): Promise<void> {
    this.#program.signal('SIGKILL')
    await this.#program.ended
    await rm(this.#folder, { recursive: true, force: true })
  }

  #ask(...words: readonly string[]): Promise<unknown> {
    return askRedis(`redis://127.0.0.1:${this.port}`, words)
  }
}

function valueIn(pairs: readonly string[], name: string): string | undefined {
  return pairs[pairs.indexOf(name) + 1]
}

export function startSentinel(settings: SentinelSettings = {}): Promise<SentinelRedis> {
  return SentinelRedis.start(settings)
}
