/**
 * Whether a hub has heard all that stands in a ledger to which others append as well. What it refuses without looking might be what they
 * have made possible, or have written already for the same phone. It reads only.
 */
import type { Appended, AppendPorts } from './append-surely.ts'
import type { Chain } from './chain.ts'
import { LedgerUnavailable } from './ledgers/errors.ts'
import { BrokenChain } from './ledgers/verify.ts'
import { readTail } from './tail.ts'

type InStep = { readonly kind: 'in-step' } | Extract<Appended, { kind: 'moved' | 'astray' | 'unavailable' }>

export async function lookInStep(
  { ledger, sha256 }: Pick<AppendPorts, 'ledger' | 'sha256'>,
  chain: Chain,
): Promise<InStep> {
  const { contest, head } = chain
  try {
    const now = await ledger.head(contest)
    if (now.hash === head.hash) return { kind: 'in-step' }
    if (now.number <= head.number) return { kind: 'astray' }
    return { kind: 'moved', tail: await readTail(ledger, contest, head, sha256) }
  } catch (error) {
    if (error instanceof LedgerUnavailable) return { kind: 'unavailable', reason: error.reason }
    if (error instanceof BrokenChain) return { kind: 'astray' }
    throw error
  }
}
