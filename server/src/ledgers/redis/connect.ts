/**
 * Opens connections to Redis. The only file that knows the client library's options, above all what must be off: it never sends a command
 * a second time by itself and keeps none for later. A command that may or may not have been carried out is the ledger's to look into.
 */
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { RedisAddress } from './address.ts'

export type Client = Redis | Cluster

/** What a hall's network takes at worst, in ms; a command without an answer by then is looked into over a new connection. */
const answerMs = 3000
const connectMs = 2000
/** Between two attempts to connect, in ms. */
const againMs = 200

/** Begins to connect. `bell` connections only listen. Faults are told to `onError`, since the library tells them nobody in particular. */
export function connectTo(address: RedisAddress, use: 'commands' | 'bell', onError: (error: Error) => void): Client {
  const client = open(address, use)
  client.on('error', onError)
  return client
}

/** Resolves when commands can be sent; rejects when they cannot be within `ms`. */
export function whenReady(client: Client, ms: number): Promise<void> {
  if (isReady(client)) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new Error('no connection'))), ms)
    const ready = () => settle(resolve)
    const settle = (end: () => void) => {
      clearTimeout(timer)
      client.off('ready', ready)
      end()
    }
    client.on('ready', ready)
  })
}

/** The library calls a connection ready until it has heard of its end. */
function isReady(client: Client): boolean {
  return client.status === 'ready' && (client instanceof Cluster || client.stream.writable)
}

/** The masters among which the keys are shared: one, unless it is a cluster. */
export function mastersOf(client: Client): readonly Redis[] {
  return client instanceof Cluster ? client.nodes('master') : [client]
}

/** Gives a connection up that does not answer, without a farewell that might wait for ever, and makes a new one. */
export function reconnect(client: Client): void {
  for (const node of client instanceof Cluster ? client.nodes('all') : [client]) node.stream?.destroy()
}

type Options = RedisOptions & { readonly replyMapping: 'legacy' }

function open(address: RedisAddress, use: 'commands' | 'bell'): Client {
  const { username, password, tls } = address
  const common: Options = {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
    // Texts and lists, as every version of the server answers.
    protocol: 2,
    replyMapping: 'legacy',
    connectTimeout: connectMs,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // Whoever listens asks for it anew: the library forgets what it had asked for and was not answered.
    autoResubscribe: false,
    ...(use === 'commands' ? { commandTimeout: answerMs } : {}),
  }
  const single: Options = {
    ...common,
    enableOfflineQueue: false,
    retryStrategy: () => againMs,
    // A master that was made a replica: the connection leads to the wrong server now.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  }
  switch (address.kind) {
    case 'server':
      return new Redis({ ...single, ...address.at, db: address.database })
    case 'sentinel':
      return new Redis({
        ...single,
        sentinels: [...address.sentinels],
        name: address.master,
        sentinelRetryStrategy: () => againMs,
        ...(tls ? { enableTLSForSentinelMode: true } : {}),
      })
    case 'cluster':
      return new Cluster([...address.nodes], {
        redisOptions: common,
        enableOfflineQueue: false,
        clusterRetryStrategy: () => againMs,
        // What was cut off may have been carried out: it is not sent again.
        retryDelayOnFailover: 0,
        retryDelayOnClusterDown: 0,
        slotsRefreshInterval: 5000,
      })
  }
}
