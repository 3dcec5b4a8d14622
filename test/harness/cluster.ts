/** A Redis Cluster for tests: three masters on this machine that share all slots between them, without replicas and without failover. */
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { type RedisServer, type RedisSettings, startRedis } from './redis-server.ts'

export interface ClusterSettings {
  readonly redis?: Omit<RedisSettings, 'port' | 'folder' | 'replicaOf'>
}

const slots = 16_384
const masters = 3
/** Longer than this, in ms, nothing here takes on any machine. */
const patience = 60_000

export class ClusterRedis {
  readonly servers: readonly RedisServer[]

  private constructor(servers: readonly RedisServer[]) {
    this.servers = servers
  }

  /** Resolves when every server says that the cluster serves all slots. */
  static async start({ redis = {} }: ClusterSettings = {}): Promise<ClusterRedis> {
    const servers: RedisServer[] = []
    try {
      for (let index = 0; index < masters; index += 1) servers.push(await startRedis(await memberOf(redis)))
      await join(servers)
    } catch (error) {
      for (const server of servers) await server.stop()
      throw error
    }
    return new ClusterRedis(servers)
  }

  get url(): string {
    return `redis+cluster://${this.servers.map(({ port }) => `127.0.0.1:${port}`).join()}`
  }

  async stop(): Promise<void> {
    for (const server of this.servers) await server.stop()
  }
}

async function memberOf(redis: RedisSettings): Promise<RedisSettings> {
  const lines = ['cluster-enabled yes', 'cluster-node-timeout 2000', `cluster-port ${await freePort()}`]
  return { ...redis, lines: [...(redis.lines ?? []), ...lines] }
}

async function join(servers: readonly RedisServer[]): Promise<void> {
  const share = Math.ceil(slots / servers.length)
  for (const [index, server] of servers.entries()) {
    const last = Math.min((index + 1) * share, slots) - 1
    // Epochs of their own, or the servers would have to settle first who came when.
    await server.ask('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1))
    await server.ask('CLUSTER', 'ADDSLOTSRANGE', String(index * share), String(last))
  }
  const [first, ...others] = servers
  for (const other of others) await first?.ask('CLUSTER', 'MEET', '127.0.0.1', String(other.port), await busPort(other))
  const begun = performance.now()
  for (const server of servers) {
    while (!isWhole(String(await server.ask('CLUSTER', 'INFO')), servers.length)) {
      if (performance.now() - begun > patience) throw new Error('the cluster does not come together')
      await pause(50)
    }
  }
}

async function busPort(server: RedisServer): Promise<string> {
  const reply = await server.ask('CONFIG', 'GET', 'cluster-port')
  const port = /\d+/.exec(JSON.stringify(reply))?.[0]
  if (port === undefined) throw new Error('a server of the cluster does not tell its port')
  return port
}

function isWhole(told: string, size: number): boolean {
  return told.includes('cluster_state:ok') && told.includes(`cluster_known_nodes:${size}`)
}

export function startCluster(settings: ClusterSettings = {}): Promise<ClusterRedis> {
  return ClusterRedis.start(settings)
}
