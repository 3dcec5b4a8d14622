/**
 * Submit to ack with the ledger in Redis, flushed before every answer and with all tables kept: against a Socket.IO server that does one plain XADD
 * before each answer, two hubs against one, and tables on against tables off. One Redis for both sides, which take turns.
 */
import { dataFolder, type HubProcess, startHub } from '../../harness/hub-process.ts'
import { type RedisServer, startRedis } from '../../harness/redis-server.ts'
import { socketUrl, startBaseline } from '../baselines/baseline.ts'
import { makeContests, type Shape } from '../contests.ts'
import type { Figure, Measurement, Scope } from '../figure.ts'
import { Generator } from '../generator/generator.ts'
import { alternate, figuresOf, performancesFor, type Said, type Side } from './submitting.ts'

const organiserKey = 'khoa-cua-ban-to-chuc'
const withoutTables = new URL('../without-tables.ts', import.meta.url)
const xadd = 'a Socket.IO server that does one XADD before each answer'

const oneContest: Shape = { contests: 1, judges: 1000 }
const manyContests: Shape = { contests: 100, judges: 9 }

export const redisMeasurements: readonly Measurement[] = [
  againstXadd(oneContest, {
    name: 'redis-one-contest',
    what: '1,000 judges of one contest, all tables kept',
    against: xadd,
    atLeast: 0.8,
  }),
  againstXadd(manyContests, {
    name: 'redis-many-contests',
    what: '100 contests of 9 judges, all tables kept',
    against: xadd,
  }),
  betweenHubs(manyContests, 2, {
    name: 'redis-two-hubs',
    what: '100 contests of 9 judges, half of the contests at each of two hubs',
    against: 'one hub',
  }),
  betweenHubs(oneContest, 2, {
    name: 'redis-two-hubs-one-contest',
    what: '1,000 judges of one contest, half of them at each of two hubs',
    against: 'one hub',
  }),
  betweenHubs(
    oneContest,
    1,
    { name: 'redis-tables', what: '1,000 judges of one contest, with tables', against: 'a hub without tables' },
    withoutTables,
  ),
]

/** A bench of hubs on one Redis, all ended with it. */
class Bench {
  readonly redis: RedisServer
  readonly generator = new Generator()
  readonly #ends: (() => Promise<void>)[] = []

  constructor(redis: RedisServer) {
    this.redis = redis
  }

  async hub(redis = this.redis.url, before?: URL): Promise<HubProcess> {
    const folder = await dataFolder()
    const hub = await startHub({ dataFolder: folder.path, organiserKey, redis, ...(before ? { before } : {}) })
    this.#ends.push(async () => {
      await hub.stop()
      await folder.remove()
    })
    return hub
  }

  /** Connects the judges as one group; each hub gets a share of neighbours, which of many contests is a share of the contests. */
  async connect(group: string, hubs: readonly HubProcess[], judges: readonly string[]): Promise<Side> {
    for (const [index, hub] of hubs.entries()) {
      const [from, to] = [index, index + 1].map((bound) => Math.round((bound * judges.length) / hubs.length))
      const share = judges.slice(from, to)
      await this.generator.ask({ type: 'connect', group, url: socketUrl(hub.port), auths: share })
    }
    return { group, pids: hubs.map(pidOf) }
  }

  async end(): Promise<void> {
    this.generator.stop()
    for (const end of this.#ends) await end()
    await this.redis.stop()
  }
}

function againstXadd(shape: Shape, said: Said): Measurement {
  return measurementOf(said, async (bench, scope) => {
    const baseline = await startBaseline('xadd', bench.redis.url)
    try {
      const hub = await bench.hub()
      const { judges, performances } = await makeContests(hub, shape, performancesFor(scope))
      await bench.generator.ask({ type: 'connect', group: 'xadd', url: baseline.url, auths: [...judges] })
      const sides = {
        hub: await bench.connect('hub', [hub], judges),
        baseline: { group: 'xadd', pids: [baseline.pid] },
      }
      return figuresOf(said, await alternate(bench.generator, sides, performances, scope))
    } finally {
      baseline.stop()
    }
  })
}

/** So many hubs on one Redis, against one hub on another, loaded with `before` if that is given. */
function betweenHubs(shape: Shape, count: number, said: Said, before?: URL): Measurement {
  return measurementOf(said, async (bench, scope) => {
    const other = await startRedis()
    try {
      const [first] = [await bench.hub()]
      const hubs = [first, ...(await Promise.all(Array.from({ length: count - 1 }, () => bench.hub())))]
      const single = await bench.hub(other.url, before)
      const made = await makeContests(first, shape, performancesFor(scope))
      const alone = await makeContests(single, shape, performancesFor(scope))
      const sides = {
        hub: await bench.connect('hubs', hubs, made.judges),
        baseline: await bench.connect('single', [single], alone.judges),
      }
      return figuresOf(said, await alternate(bench.generator, sides, made.performances, scope))
    } finally {
      await other.stop()
    }
  })
}

function measurementOf(said: Said, measure: (bench: Bench, scope: Scope) => Promise<readonly Figure[]>): Measurement {
  return {
    name: said.name,
    measure: async (scope) => {
      scope.note(`${said.what} are being made`)
      const bench = new Bench(await startRedis())
      try {
        return await measure(bench, scope)
      } finally {
        await bench.end()
      }
    },
  }
}

function pidOf({ child }: HubProcess): number {
  if (child.pid === undefined) throw new Error('the hub has no process')
  return child.pid
}
