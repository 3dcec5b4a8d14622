/** Opens the ledger in a Redis: connects, refuses one that it cannot live in, and mends the list of contests. */
import { randomBytes } from 'node:crypto'
import type { LedgerLimits } from '../../limits.ts'
import { LedgerUnavailable, LedgerUnfit } from '../errors.ts'
import { parseRedisAddress } from './address.ts'
import { Bell } from './bell.ts'
import { requireFit } from './condition.ts'
import { connectTo, mastersOf, whenReady } from './connect.ts'
import { mendList } from './contests.ts'
import { readFaultOf } from './fault.ts'
import { RedisLedger } from './redis.ts'
import { Server } from './server.ts'

export interface RedisLedgerOptions {
  /** See `address.ts`. */
  readonly url: string
  readonly limits: LedgerLimits
  /** How long it waits for a Redis that is being started beside it, in ms. */
  readonly patienceMs?: number
}

/** Rejects with `LedgerUnfit`, or with `LedgerUnavailable` when nobody answers. */
export async function openRedisLedger({ url, limits, patienceMs = 10_000 }: RedisLedgerOptions): Promise<RedisLedger> {
  const address = parseRedisAddress(url)
  if (!address) throw new LedgerUnfit('no-address', url)
  let lastError: unknown = 'no answer'
  const keepError = (error: unknown) => {
    lastError = error
  }
  const client = connectTo(address, 'commands', keepError)
  const bell = connectTo(address, 'bell', keepError)
  try {
    await whenReady(client, patienceMs)
    await requireFit(mastersOf(client))
    await mendList(client)
    const server = await Server.of(client, { everyMs: limits.watchMs, hasReplicas: address.kind === 'sentinel' })
    return new RedisLedger(server, new Bell(bell, limits.watchMs), limits, randomBytes(8).toString('hex'))
  } catch (error) {
    client.disconnect()
    bell.disconnect()
    if (error instanceof LedgerUnfit) throw error
    throw error instanceof Error && error.message === 'no connection'
      ? new LedgerUnavailable('not-answering', 'none', lastError)
      : readFaultOf(error)
  }
}
