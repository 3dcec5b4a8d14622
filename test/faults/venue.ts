/** What a contest runs on while faults fall: one hub or two under their supervisors, on files of their own or on one Redis. */
import * as v from 'valibot'
import { askRedis } from '../harness/ask-redis.ts'
import { freePort } from '../harness/free-port.ts'
import { type FarAway, organiserKey, SupervisedHub } from './supervised-hub.ts'
import { waitUntil } from './wait.ts'

/** Something that the venue stands on and that ends with it. */
interface Part {
  stop(): Promise<void>
}

export interface VenueSettings {
  readonly hubs?: 1 | 2
  /** The Redis of the hubs, as they reach it; without it each hub has a ledger of its own. */
  readonly redisUrl?: string
  /** Where the history in Redis can be read past everything that is under test. */
  readonly readRedisAt?: () => Promise<string>
  /** The port on which the first hub listens, where something must know it before. */
  readonly port?: number
  /** The address that pages use, where it is not the hub's own. */
  readonly publicUrl?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly through?: (folder: string) => readonly string[]
  /** Where the hub is, if not here. */
  readonly farAway?: FarAway
  readonly parts?: readonly Part[]
}

const entriesReply = v.array(v.tuple([v.string(), v.array(v.string())]))

export class Venue {
  readonly organiserKey = organiserKey
  /** Where pages come from. */
  readonly urls: readonly string[]
  readonly hubs: readonly SupervisedHub[]
  /** Told at the end of the report: what was counted on the way, and what else is to be known. */
  readonly counts = new Counts()
  readonly notes: string[] = []
  /** What can be told only when everything is over. */
  readonly toldLast: (() => string)[] = []
  readonly #settings: VenueSettings

  private constructor(settings: VenueSettings, hubs: readonly SupervisedHub[]) {
    this.#settings = settings
    this.hubs = hubs
    this.urls = settings.publicUrl === undefined ? hubs.map(({ url }) => url) : [settings.publicUrl]
  }

  /** Resolves when every hub serves; what it stands on is ended if one does not. */
  static async open(settings: VenueSettings = {}): Promise<Venue> {
    const hubs: SupervisedHub[] = []
    try {
      for (let index = 0; index < (settings.hubs ?? 1); index += 1)
        hubs.push(await startHub(settings, hubs.length === 0))
      return new Venue(settings, hubs)
    } catch (error) {
      await new Venue(settings, hubs).stop()
      throw error
    }
  }

  /** The only hub, or the first. */
  get hub(): SupervisedHub {
    const [first] = this.hubs
    if (!first) throw new Error('a venue has a hub')
    return first
  }

  /** Pages go on at another hub before the one that was killed is there again. */
  async allServe(): Promise<void> {
    for (const hub of this.hubs) await waitUntil('every hub serves', () => hub.isReady())
  }

  /** What hubs and supervisors printed. */
  get printed(): string {
    return this.hubs.map(({ printed }) => printed).join('\n')
  }

  /** The history as each hub exports it, and as it stands in Redis, a commit a line. */
  async histories(contest: string): Promise<(readonly [string, readonly string[]])[]> {
    const told: (readonly [string, readonly string[]])[] = []
    for (const hub of this.hubs) told.push([hub.url, await hub.ledger(contest)])
    const { readRedisAt } = this.#settings
    if (readRedisAt) told.push(['Redis', await storedLines(await readRedisAt(), contest)])
    return told
  }

  async stop(): Promise<void> {
    for (const part of [...this.hubs, ...(this.#settings.parts ?? [])]) await part.stop()
  }
}

class Counts {
  readonly #counts = new Map<string, number>()

  add(what: string, count: number): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  get told(): string[] {
    return [...this.#counts].map(([what, count]) => `${what}: ${count}`)
  }
}

async function startHub(settings: VenueSettings, isFirst: boolean): Promise<SupervisedHub> {
  const { redisUrl, publicUrl, environment = {}, through, farAway } = settings
  const port = (isFirst ? settings.port : undefined) ?? (await freePort())
  return SupervisedHub.start({
    port,
    through,
    farAway,
    environment: {
      ...environment,
      PUBLIC_URL: publicUrl ?? `http://${farAway?.address ?? '127.0.0.1'}:${port}`,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    },
  })
}

/** The lines of the ledger's stream, read as any outside program may. */
async function storedLines(url: string, contest: string): Promise<string[]> {
  const reply = await askRedis(url, ['XRANGE', `bang-diem:{${contest}}:ledger`, '-', '+'])
  return v.parse(entriesReply, reply).map(([, fields]) => fields[fields.indexOf('line') + 1] ?? '')
}
