/**
 * A hub that is ahead of its ledger (a Redis that failed over, or came back without its last second): what the ledger lacks is appended
 * again, where the chain proves that it belongs there. If another chain has gone on meanwhile, nothing is written any more.
 * It answers no command, and it never shortens or rewrites what the ledger has.
 */
import type { AppendPorts } from './append-surely.ts'
import type { Chain } from './chain.ts'
import type { Tables } from './committer-ports.ts'
import { firstWithin, type GroupLimits } from './group.ts'
import { type GivenUp, insist } from './insist.ts'
import { StaleHead } from './ledgers/errors.ts'
import type { Ledger, StoredCommit } from './ledgers/ledger.ts'
import { BrokenChain } from './ledgers/verify.ts'
import { readTail, type Tail } from './tail.ts'

type Recovered =
  /** The ledger has our chain again, and `tail` beyond it. */
  { readonly kind: 'well'; readonly tail: Tail } | { readonly kind: 'forked' }

interface RecoverPorts extends AppendPorts {
  readonly group: GroupLimits
  readonly tables: Tables | null
}

export function recover(ports: RecoverPorts, chain: Chain, isStopping: () => boolean): Promise<Recovered | GivenUp> {
  return insist(ports, isStopping, () => step(ports, chain))
}

/** Undefined when the ledger has come forward and is to be looked at again. */
async function step(ports: RecoverPorts, chain: Chain): Promise<Recovered | undefined> {
  const { contest } = chain
  const head = await ports.ledger.head(contest)
  if (head.number >= chain.head.number) return beyond(ports, chain)
  const lacking = chain.held.after(head)
  if (!lacking) return { kind: 'forked' }
  const next = firstWithin(lacking, ports.group)
  const isLast = next.length === lacking.length
  // Told whole: what the ledger's tables hold is older, or was never written.
  ports.tables?.forget()
  const tables = isLast ? ports.tables?.changes(chain.state, chain.state) : undefined
  try {
    await ports.ledger.append(contest, head, next, tables)
  } catch (error) {
    // Somebody else has brought it forward.
    if (!(error instanceof StaleHead)) throw error
  }
  ports.tables?.forget()
  return undefined
}

/** The ledger is as long as our chain: well when it continues it, and forked when it does not. */
async function beyond({ ledger, sha256 }: AppendPorts, { contest, head }: Chain): Promise<Recovered | undefined> {
  const own = await commitAt(ledger, contest, head.number)
  if (!own) return undefined
  if (own.hash !== head.hash) return { kind: 'forked' }
  try {
    return { kind: 'well', tail: await readTail(ledger, contest, head, sha256) }
  } catch (error) {
    if (error instanceof BrokenChain) return { kind: 'forked' }
    throw error
  }
}

async function commitAt(ledger: Ledger, contest: string, number: number): Promise<StoredCommit | undefined> {
  for await (const [first] of ledger.read(contest, number - 1)) return first
  return undefined
}
