/**
 * Keeps a hub in step with a ledger that others append to: follows every contest, compares heads, and finds contests that another
 * hub has begun. It changes nothing by itself, and a medium that cannot be read is looked at again.
 */
import { LedgerClosed, LedgerUnavailable } from './ledgers/errors.ts'
import type { Ledger } from './ledgers/ledger.ts'
import type { Room } from './room.ts'
import type { Timers } from './timers.ts'

export interface WatchOptions {
  readonly ledger: Ledger
  readonly timers: Timers
  /** Between two looks, in ms. */
  readonly everyMs: number
  readonly rooms: () => Iterable<Room>
  /** Lets contests in that the ledger has and the hub has not. */
  readonly admitNew: () => Promise<void>
}

/** Watches until the answered function is called. */
export function watch(options: WatchOptions): () => void {
  let isStopped = false
  let cancel: () => void = () => undefined
  const again = () => {
    cancel = options.timers.after(options.everyMs, () => {
      void look(options).finally(() => isStopped || again())
    })
  }
  again()
  return () => {
    isStopped = true
    cancel()
  }
}

/** Follows one contest until the answered function is called. */
export function followRoom({ ledger }: Pick<WatchOptions, 'ledger'>, { chain, committer }: Room): () => void {
  return ledger.follow(chain.contest, chain.head.number, (commits) => committer.takeIn(commits))
}

async function look({ ledger, rooms, admitNew }: WatchOptions): Promise<void> {
  await Promise.all([...rooms()].map((room) => lookAt(ledger, room)))
  try {
    await admitNew()
  } catch (error) {
    if (!isPassing(error)) throw error
  }
}

async function lookAt(ledger: Ledger, room: Room): Promise<void> {
  const { chain, committer } = room
  const asOf = chain.head
  try {
    committer.compare(await ledger.head(chain.contest), asOf)
    room.reachable(null)
  } catch (error) {
    if (!isPassing(error)) throw error
    if (error instanceof LedgerUnavailable) room.reachable(error.reason)
  }
}

/** A medium that fails is looked at again; a ledger that was closed needs no watching. */
function isPassing(error: unknown): boolean {
  return error instanceof LedgerUnavailable || error instanceof LedgerClosed
}
