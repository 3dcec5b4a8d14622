/**
 * One append, followed until its outcome is certain: written, not written, or overtaken by somebody else's commits.
 * An append whose outcome is unknown is read back; while not even that works, it keeps asking and answers nothing. Only a hub that
 * stops gives up: then nobody is answered, and phones ask the next one with the same ids.
 */
import type { Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { PendingCommit } from './group.ts'
import { LedgerUnavailable, StaleHead } from './ledgers/errors.ts'
import type { Ledger, StoredCommit } from './ledgers/ledger.ts'
import { type FactCommit, readAfter } from './stored.ts'

export type Appended =
  | { readonly kind: 'durable' }
  | { readonly kind: 'moved'; readonly tail: readonly FactCommit[] }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'given-up' }

interface Ports {
  readonly ledger: Ledger
  readonly sha256: Sha256
  readonly onMedium: (reason: string | null) => void
  readonly pause: (ms: number) => Promise<void>
}

/** What follows which head. */
interface Asked {
  readonly durable: State
  readonly group: readonly PendingCommit[]
  /** True from when the hub stops: a medium that cannot be read then would keep it for ever. */
  readonly isStopping: () => boolean
}

/** Between two tries to read back an unknown outcome, in ms. */
const askAgainMs = 500

export async function appendSurely(ports: Ports, asked: Asked): Promise<Appended> {
  const { contest, head } = asked.durable
  try {
    await ports.ledger.append(
      contest,
      head,
      asked.group.map(({ stored }) => stored),
    )
    return { kind: 'durable' }
  } catch (error) {
    if (error instanceof StaleHead) return resolveByReading(ports, asked)
    if (!(error instanceof LedgerUnavailable)) throw error
    if (error.outcome === 'none') return { kind: 'unavailable', reason: error.reason }
    ports.onMedium(error.reason)
    return resolveByReading(ports, asked)
  }
}

/** What follows our head now: our own first commit, somebody else's, or nothing. */
async function resolveByReading(ports: Ports, { durable, group, isStopping }: Asked): Promise<Appended> {
  for (;;) {
    try {
      const tail = await readTail(ports.ledger, durable.contest, durable.head.number)
      if (tail.length === 0) return { kind: 'unavailable', reason: 'not-answering' }
      if (tail[0]?.hash === group[0]?.stored.hash && tail.length === group.length) return { kind: 'durable' }
      return { kind: 'moved', tail: readAfter(durable.contest, durable.head, tail, ports.sha256) }
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      ports.onMedium(error.reason)
      if (isStopping()) return { kind: 'given-up' }
      await ports.pause(askAgainMs)
    }
  }
}

async function readTail(ledger: Ledger, contest: string, after: number): Promise<StoredCommit[]> {
  const tail: StoredCommit[] = []
  for await (const chunk of ledger.read(contest, after)) tail.push(...chunk)
  return tail
}
