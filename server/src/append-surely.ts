/**
 * One append, followed until its outcome is certain: written, not written, overtaken by somebody else's commits, or made on a chain
 * that the ledger no longer has.
 * An append whose outcome is unknown is read back; while not even that works, it keeps asking and answers nothing. Only a hub that
 * stops gives up: then nobody is answered, and phones ask the next one with the same ids.
 */
import type { Head, Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { PendingCommit } from './group.ts'
import { type GivenUp, type InsistPorts, insist } from './insist.ts'
import { ContestMoved, LedgerUnavailable, StaleHead } from './ledgers/errors.ts'
import type { Kept, Ledger } from './ledgers/ledger.ts'
import type { TableChanges } from './ledgers/tables.ts'
import { BrokenChain } from './ledgers/verify.ts'
import { readTail, type Tail } from './tail.ts'

export type Appended =
  | { readonly kind: 'made'; readonly kept: Kept }
  | { readonly kind: 'moved'; readonly tail: Tail }
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** The ledger's head is behind ours, or on another chain. */
  | { readonly kind: 'astray' }
  | GivenUp

export interface AppendPorts extends InsistPorts {
  readonly ledger: Ledger
  readonly sha256: Sha256
}

/** What follows which head. */
interface Asked {
  readonly chain: { readonly contest: string; readonly head: Head }
  readonly group: readonly PendingCommit[]
  readonly tables?: TableChanges | undefined
  /** True from when the hub stops: a medium that cannot be read then would keep it for ever. */
  readonly isStopping: () => boolean
}

/** The reason where the contest has moved to another place: who waits finds it there, or here again if the move comes to nothing. */
export const movedAway = 'contest-moved'

export async function appendSurely(ports: AppendPorts, asked: Asked): Promise<Appended> {
  const { contest, head } = asked.chain
  const stored = asked.group.map((pending) => pending.stored)
  try {
    return { kind: 'made', kept: await ports.ledger.append(contest, head, stored, asked.tables) }
  } catch (error) {
    if (error instanceof StaleHead) return resolveByReading(ports, asked)
    if (error instanceof ContestMoved) return { kind: 'unavailable', reason: movedAway }
    if (!(error instanceof LedgerUnavailable)) throw error
    if (error.outcome === 'none') return { kind: 'unavailable', reason: error.reason }
    ports.onMedium(error.reason)
    return resolveByReading(ports, asked)
  }
}

function resolveByReading(ports: AppendPorts, asked: Asked): Promise<Appended> {
  return insist(ports, asked.isStopping, () => lookBack(ports, asked))
}

/** What follows our head now: our own first commit, somebody else's, or nothing. Undefined when that changed while it was looked at. */
async function lookBack({ ledger, sha256 }: AppendPorts, asked: Asked): Promise<Appended | undefined> {
  const { contest, head } = asked.chain
  const { group } = asked
  try {
    const tail = await readTail(ledger, contest, head, sha256)
    if (tail.stored.length > 0) {
      const isOwn = tail.stored[0]?.hash === group[0]?.stored.hash && tail.stored.length === group.length
      return isOwn ? { kind: 'made', kept: ledger.isShared ? 'received' : 'durable' } : { kind: 'moved', tail }
    }
    const now = await ledger.head(contest)
    if (now.number > head.number) return undefined
    return now.hash === head.hash ? { kind: 'unavailable', reason: 'not-answering' } : { kind: 'astray' }
  } catch (error) {
    if (error instanceof BrokenChain && ledger.isShared) return { kind: 'astray' }
    throw error
  }
}
