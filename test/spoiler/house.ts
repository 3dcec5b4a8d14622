/**
 * One real hub in this process: its queue, feeds, sockets, routes and its ledger on a disk; only time and entropy are given from
 * outside. A leak can be planted into what goes out of it, for the test of the test.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hubClock } from '@bang-diem/server/clock.ts'
import { Hub } from '@bang-diem/server/hub.ts'
import type { Edge } from '@bang-diem/server/hub-ports.ts'
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { ledgers } from '@bang-diem/server/ledgers/registry.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { hubMetrics } from '@bang-diem/server/metrics.ts'
import { alone } from '@bang-diem/server/neighbours.ts'
import type { Room } from '@bang-diem/server/room.ts'
import { httpApp } from '@bang-diem/server/routes.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { Sockets } from '@bang-diem/server/sockets.ts'
import { listen } from '../harness/listen.ts'
import { VirtualTime } from './virtual-time.ts'

/** A leak, put in where the hub's parts are joined: each part that it names is wrapped before it is used. */
export interface Leak {
  readonly edge?: (edge: Edge, time: VirtualTime) => Edge
  readonly room?: (room: Room) => void
  readonly routes?: (routes: RequestListener, hub: Hub) => RequestListener
}

/** Noon of a day on which a contest could be held, in ms since 1970. */
const noon = Date.UTC(2026, 9, 14, 5)
const publicUrl = 'http://hoi-truong.test'
const organiserKey = 'khoa-cua-ban-to-chuc'
const root = fileURLToPath(new URL('../..', import.meta.url))

interface Parts {
  readonly hub: Hub
  readonly port: number
  readonly time: VirtualTime
  readonly entropy: SlotEntropy
  readonly leak: Leak
  readonly connected: () => number
  readonly close: () => Promise<void>
}

export class House {
  readonly hub: Hub
  readonly port: number
  readonly time: VirtualTime
  readonly entropy: SlotEntropy
  readonly leak: Leak
  /** How many pages the hub counts. */
  readonly connected: () => number
  /** Ends the hub and throws its history away. */
  readonly close: () => Promise<void>

  private constructor({ hub, port, time, entropy, leak, connected, close }: Parts) {
    this.hub = hub
    this.port = port
    this.time = time
    this.entropy = entropy
    this.leak = leak
    this.connected = connected
    this.close = close
  }

  static async open(seed: string, leak: Leak): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), 'bang-diem-spoiler-'))
    const ledger = await ledgers.embedded({ location: folder, limits: limits.ledger })
    const time = new VirtualTime()
    const entropy = new SlotEntropy(seed)
    const metrics = hubMetrics(() => sockets.count())
    const sockets = new Sockets({
      wire: limits.wire,
      pace: limits.pace,
      onCommits: (_, count) => metrics.committed(count),
    })
    const hub = await openHub(ledger, time, entropy, leak.edge?.(sockets, time) ?? sockets)
    const http = createServer()
    const routes = httpApp({
      hub,
      organiserKey,
      publicUrl,
      neighbours: alone(publicUrl),
      wire: limits.wire,
      uploads: limits.uploads,
      documents: limits.documents,
      metrics,
      root,
      secure: false,
    })
    http.on('request', leak.routes?.(routes, hub) ?? routes)
    sockets.attach(hub, http, alone(publicUrl))
    const port = await listen(http)
    const close = async () => {
      await hub.stop()
      await sockets.close('hub-stopping')
      http.closeAllConnections()
      await ledger.close()
      await rm(folder, { recursive: true })
    }
    const connected = () => Object.values(sockets.count()).reduce((sum, count) => sum + count)
    return new House({ hub, port, time, entropy, leak, connected, close })
  }
}

function openHub(ledger: Ledger, time: VirtualTime, entropy: SlotEntropy, edge: Edge): Promise<Hub> {
  return Hub.open({
    ledger,
    clock: hubClock(
      () => noon + time.now(),
      () => time.now(),
    ),
    timers: time,
    afterArrivals: (task) => void setImmediate(task),
    monotonic: () => time.now(),
    entropy: (bytes) => entropy.draw(bytes),
    sha256,
    group: limits.ledger,
    held: limits.held,
    watchMs: limits.ledger.watchMs,
    warnings: () => [],
    onFork: () => undefined,
    intervals: limits.pace.intervals,
    edge,
  })
}

/**
 * Entropy that depends on the moment of the story and not on how much was drawn before it, so that a hidden command that only one of
 * two hubs gets does not change what the other draws by lot.
 */
export class SlotEntropy {
  readonly #seed: string
  #slot = ''
  #drawn = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  begin(slot: string): void {
    this.#slot = slot
    this.#drawn = 0
  }

  /** Hex digits of at most 32 bytes. */
  draw(bytes: number): string {
    this.#drawn += 1
    const digest = createHash('sha256').update(`${this.#seed}/${this.#slot}/${this.#drawn}`).digest('hex')
    return digest.slice(0, bytes * 2)
  }
}
