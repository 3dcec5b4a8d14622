/**
 * Starts a hub: the only place that reads the environment and constructs clocks, timers, entropy, ledger, sockets and routes.
 * It ends by itself when its supervisor is gone, so that nothing keeps the port.
 */
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { lanAddress } from './address.ts'
import { afterArrivals } from './arrivals.ts'
import { banner } from './banner.ts'
import { hubClock } from './clock.ts'
import type { Config } from './config.ts'
import { whenAskedToEnd } from './ending.ts'
import { entropySource } from './entropy.ts'
import { configure, run } from './environment.ts'
import { Hub } from './hub.ts'
import { HubWarnings } from './hub-warnings.ts'
import { exportFork } from './ledgers/fork-export.ts'
import type { Mirror } from './ledgers/kept/mirror.ts'
import type { Ledger } from './ledgers/ledger.ts'
import { withoutPassword } from './ledgers/redis/address.ts'
import { RedisNeighbours } from './ledgers/redis/neighbours.ts'
import { openLedgerAt } from './ledgers/registry.ts'
import { limits } from './limits.ts'
import { hubMetrics } from './metrics.ts'
import { alone, type Neighbours } from './neighbours.ts'
import { keptKey } from './organiser-key.ts'
import { httpApp } from './routes.ts'
import { backupsWith, mirrorIn } from './second-copies.ts'
import { sha256 } from './sha256.ts'
import { Sockets } from './sockets.ts'
import { exitCodes, StartFault, startFaultOf } from './start-fault.ts'
import { pauseWith, realTimers } from './timers.ts'
import { makeToken } from './tokens.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Running {
  readonly hub: Hub
  readonly ledger: Ledger
  readonly neighbours: Neighbours
  readonly sockets: Sockets
  readonly mirror: Mirror | undefined
  readonly http: Server
}

function httpServer({ tls }: Config): Server {
  if (!tls) return createHttpServer()
  try {
    return createHttpsServer({ cert: readFileSync(tls.certificate), key: readFileSync(tls.key) })
  } catch (error) {
    throw new StartFault(exitCodes.configuration, `TLS_CERT, TLS_KEY: ${error instanceof Error ? error.message : ''}`)
  }
}

function listen(http: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      const address = http.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** `beginAnew` ends this hub so that its supervisor starts another. */
async function start(config: Config, beginAnew: () => void): Promise<Running> {
  const entropy = entropySource()
  const warnings = new HubWarnings(() => {
    for (const { contest } of hub.rooms()) sockets.warned(contest)
  })
  const ledger = await openLedgerAt({
    location: config.redisUrl ?? config.dataFolder,
    limits: limits.ledger,
    backups: backupsWith(warnings),
  })
  const mirror = config.mirrorFolder === undefined ? undefined : mirrorIn(config.mirrorFolder, ledger, warnings)
  const organiserKey = config.organiserKey ?? (await keptKey(config.dataFolder, () => makeToken(entropy)))
  const wall = await ledger.time()
  const clock = hubClock(
    () => wall,
    () => performance.now(),
  )
  const metrics = hubMetrics(() => sockets.count())
  const sockets = new Sockets({
    wire: limits.wire,
    pace: limits.pace,
    onCommits: (contest, count) => {
      metrics.committed(count)
      mirror?.rang(contest)
    },
  })
  const hub = await Hub.open({
    ledger,
    clock,
    timers: realTimers,
    afterArrivals: afterArrivals(realTimers),
    monotonic: () => performance.now(),
    entropy,
    sha256,
    group: limits.ledger,
    held: limits.held,
    watchMs: limits.ledger.watchMs,
    warnings: () => [...ledger.warnings, ...warnings.now],
    onFork: (contest, ours) => {
      void keepFork(config.dataFolder, { ledger, contest, ours, at: clock.now() }).finally(beginAnew)
    },
    intervals: limits.pace.intervals,
    edge: sockets,
  })
  const http = httpServer(config)
  const port = await listen(http, config)
  const publicUrl = config.publicUrl ?? `${config.tls ? 'https' : 'http'}://${addressFor(config)}:${port}`
  const neighbours = neighboursOf(config, publicUrl, makeToken(entropy))
  const secure = config.tls !== undefined
  const { wire, uploads, documents } = limits
  http.on(
    'request',
    httpApp({ hub, organiserKey, publicUrl, neighbours, wire, uploads, documents, metrics, root, secure }),
  )
  sockets.attach(hub, http, neighbours)
  console.info(banner(publicUrl, organiserKey, hub.rooms().length))
  process.send?.({ ready: { port, organiserKey, publicUrl } })
  return { hub, ledger, neighbours, sockets, mirror, http }
}

async function keepFork(folder: string, fork: Parameters<typeof exportFork>[1]): Promise<void> {
  const { contest } = fork
  console.error(
    `Sổ ghi của hội thi ${contest} đã đi theo một chuỗi khác; máy chủ khởi động lại từ sổ ghi. · Contest ${contest}: the ledger has gone on along another chain; the hub begins anew from it.`,
  )
  try {
    console.error(`Đã giữ cả hai chuỗi · Both chains are kept: ${await exportFork(folder, fork)}`)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    console.error(`Không giữ được hai chuỗi · The chains could not be kept: ${error.message}`)
  }
}

/** `id` names this process among the hubs of one Redis. */
function neighboursOf({ redisUrl: redis }: Config, url: string, id: string): Neighbours {
  if (redis === undefined) return alone(url)
  return new RedisNeighbours({ redis, url, id, timers: realTimers, monotonic: () => performance.now() })
}

/** A hub that listens on one address can only be reached there. */
function addressFor({ host }: Config): string {
  return host === '0.0.0.0' || host === '::' ? lanAddress(networkInterfaces()) : host
}

/** Refuses new commands, lets every answer out, says goodbye, and closes the ledger last. */
async function stop({ hub, ledger, neighbours, sockets, mirror, http }: Running, exitCode: number): Promise<void> {
  // First of all, so that nobody is sent here any more and the goodbye names those who stay.
  await neighbours.close()
  await hub.stop()
  http.close()
  const closed = sockets.close('hub-stopping')
  // Neither a request that is never finished, nor a phone that has vanished, nor a stick that does not answer may keep the hub from ending.
  http.closeAllConnections()
  const out = Promise.all([closed, mirror?.stop()])
  await Promise.race([out, pauseWith(realTimers)(limits.wire.goodbyeMs)])
  await ledger.close()
  process.exit(exitCode)
}

/** Where the history is, as a person may read it. */
function placeOf({ redisUrl, dataFolder }: Config): string {
  return redisUrl === undefined ? dataFolder : withoutPassword(redisUrl)
}

async function main(): Promise<void> {
  const config = configure()
  let running: Running | undefined
  // Before it runs there is nothing to let out: ending is enough.
  const end = (exitCode: number) => (running ? void stop(running, exitCode) : process.exit(exitCode))
  whenAskedToEnd(process, { inOrder: () => end(0), atOnce: () => process.exit(1) })
  try {
    running = await start(config, () => end(1))
  } catch (error) {
    throw startFaultOf(error, placeOf(config), config.port) ?? error
  }
}

run(main)
