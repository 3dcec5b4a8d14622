/** Whole hubs on one real Redis, with an address each, and pages that hold on to them with the link of the real ones. */
import { Connection } from '@bang-diem/shared/link/connection.ts'
import type { ConnectionOptions } from '@bang-diem/shared/link/connection-options.ts'
import { openSocket } from '@bang-diem/shared/link/socket-transport.ts'
import { freePort } from '../harness/free-port.ts'
import { dataFolder, type HubProcess, startHub } from '../harness/hub-process.ts'
import { type RedisServer, startRedis } from '../harness/redis-server.ts'
import { seededEntropy } from '../link/page.ts'
import { realTimers as timers } from '../link/real-time.ts'

export const organiserKey = 'khoa-cua-ban-to-chuc'

export class Hubs {
  readonly redis: RedisServer
  readonly #folders: Awaited<ReturnType<typeof dataFolder>>[] = []
  readonly #hubs: HubProcess[] = []
  readonly #pages: Connection[] = []

  private constructor(redis: RedisServer) {
    this.redis = redis
  }

  static async open(): Promise<Hubs> {
    return new Hubs(await startRedis())
  }

  /** One more hub; `port` gives it the address of one that has ended, `name` is what its links call this machine. */
  async start({ port, name = '127.0.0.1' }: { port?: number; name?: string } = {}): Promise<HubProcess> {
    const folder = await dataFolder()
    this.#folders.push(folder)
    const at = port ?? (await freePort())
    const settings = { dataFolder: folder.path, port: at, organiserKey, publicUrl: `http://${name}:${at}` }
    const hub = await startHub({ ...settings, redis: this.redis.url })
    this.#hubs.push(hub)
    return hub
  }

  /** A page that was loaded from this hub. */
  page(home: HubProcess, options: ConnectionOptions) {
    const ports = { home: home.url, open: openSocket, timers, entropy: seededEntropy(this.#pages.length + 1) }
    const connection = new Connection(options, ports)
    this.#pages.push(connection)
    return { ...ports, connection }
  }

  async close(): Promise<void> {
    for (const page of this.#pages) page.close()
    await Promise.all(this.#hubs.map((hub) => hub.kill()))
    await this.redis.stop()
    for (const folder of this.#folders) await folder.remove()
  }
}

/** True when the page is live, and with that hub. */
export function isWith({ connection }: { readonly connection: Connection }, hub: HubProcess): boolean {
  return connection.status === 'live' && connection.addresses[0] === hub.url
}
