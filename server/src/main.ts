/**
 * Starts a hub: the only place that reads the environment and constructs clocks, timers, entropy, ledger, sockets and routes.
 * It ends by itself when its supervisor is gone, so that nothing keeps the port.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { lanAddress } from './address.ts'
import { afterArrivals } from './arrivals.ts'
import { banner } from './banner.ts'
import { hubClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { whenAskedToEnd } from './ending.ts'
import { entropySource } from './entropy.ts'
import { Hub } from './hub.ts'
import type { Ledger } from './ledgers/ledger.ts'
import { ledgers } from './ledgers/registry.ts'
import { limits } from './limits.ts'
import { hubMetrics } from './metrics.ts'
import { keptKey } from './organiser-key.ts'
import { httpApp } from './routes.ts'
import { sha256 } from './sha256.ts'
import { Sockets } from './sockets.ts'
import { exitCodes, StartFault, startFaultOf } from './start-fault.ts'
import { pauseWith, realTimers } from './timers.ts'
import { makeToken } from './tokens.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Running {
  readonly hub: Hub
  readonly ledger: Ledger
  readonly sockets: Sockets
  readonly http: Server
}

function configure(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const read = readConfig(process.env)
  if (!read.ok) throw new StartFault(exitCodes.configuration, `Cấu hình chưa đúng · Bad configuration: ${read.problem}`)
  return read.config
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

async function start(config: Config): Promise<Running> {
  const entropy = entropySource()
  const ledger = await ledgers.embedded({ location: config.dataFolder, limits: limits.ledger })
  const organiserKey = config.organiserKey ?? (await keptKey(config.dataFolder, () => makeToken(entropy)))
  const clock = hubClock(Date.now, () => performance.now())
  let hubs: readonly string[] = []
  const metrics = hubMetrics(() => sockets.count())
  const sockets = new Sockets({
    wire: limits.wire,
    pace: limits.pace,
    hubs: () => hubs,
    onCommits: (count) => metrics.committed(count),
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
    warnings: () => [],
    onFork: () => undefined,
    intervals: limits.pace.intervals,
    edge: sockets,
  })
  const http = httpServer(config)
  const port = await listen(http, config)
  const publicUrl = config.publicUrl ?? `${config.tls ? 'https' : 'http'}://${addressFor(config)}:${port}`
  hubs = [publicUrl]
  const secure = config.tls !== undefined
  http.on('request', httpApp({ hub, organiserKey, publicUrl, wire: limits.wire, metrics, root, secure }))
  sockets.attach(hub, http)
  console.info(banner(publicUrl, organiserKey, hub.rooms().length))
  process.send?.({ ready: { port, organiserKey, publicUrl } })
  return { hub, ledger, sockets, http }
}

/** A hub that listens on one address can only be reached there. */
function addressFor({ host }: Config): string {
  return host === '0.0.0.0' || host === '::' ? lanAddress(networkInterfaces()) : host
}

/** Refuses new commands, lets every answer out, says goodbye, and closes the ledger last. */
async function stop({ hub, ledger, sockets, http }: Running, reason: string): Promise<void> {
  await hub.stop()
  http.close()
  const closed = sockets.close(reason)
  // Neither a request that is never finished nor a phone that has vanished may keep the hub from ending.
  http.closeAllConnections()
  await Promise.race([closed, pauseWith(realTimers)(limits.wire.goodbyeMs)])
  await ledger.close()
  process.exit(0)
}

async function main(): Promise<void> {
  const config = configure()
  let running: Running | undefined
  whenAskedToEnd(process, {
    // Before it runs there is nothing to let out: ending is enough.
    inOrder: () => (running ? void stop(running, 'hub-stopping') : process.exit(0)),
    atOnce: () => process.exit(1),
  })
  try {
    running = await start(config)
  } catch (error) {
    throw startFaultOf(error, config.dataFolder, config.port) ?? error
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof StartFault)) throw error
  console.error(error.message)
  process.exit(error.exitCode)
})
