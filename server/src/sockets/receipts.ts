/** What a hub makes of the receipts that a phone holds: which the ledger does not know, and which are not durable yet. */

import { inGroup } from '@bang-diem/shared/ledger/grouped.ts'
import type { HeldAnswer } from '@bang-diem/shared/protocol/down.ts'
import type { Held } from '@bang-diem/shared/protocol/up.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { Room } from '../room.ts'

export interface Compared {
  readonly answer: HeldAnswer
  /** The commits of those that the ledger has received and that are not durable yet. */
  readonly received: readonly number[]
}

/**
 * A receipt proves nothing: its commit is gone, and anybody could have written it. So the ledger counts as behind only for a receipt
 * that it does not know and that lies beyond its head, and nothing follows from it but one line for staff to look into.
 */
export function compareReceipts(held: Held, seat: SeatId, { state, chain }: Room): Compared {
  const { head } = state
  const accepted = inGroup(state.accepted, seat)
  const commits = held.map(({ id, hash }) => {
    const commit = accepted.get(id)?.commit
    return commit?.hash === hash ? commit.number : undefined
  })
  const unknown = held.filter((_, at) => commits[at] === undefined)
  const known = commits.filter((number) => number !== undefined)
  const received = known.filter((number) => chain.kept(number) === 'received')
  const durable = Math.max(0, ...known.filter((number) => chain.kept(number) === 'durable'))
  return {
    answer: {
      unknown: unknown.map(({ id }) => id),
      behind: unknown.some(({ commit }) => commit > head.number),
      ...(received.length > 0 ? { durable } : {}),
    },
    received,
  }
}

/**
 * Calls `warn` when a receipt lies beyond what the hub knows. Where others append too it may only not have heard yet: it is looked at again
 * when it must have.
 */
export function warnWhenBehind({ ports }: Room, compare: () => HeldAnswer | undefined, warn: () => void): void {
  const { ledger, timers, watchMs } = ports
  if (!ledger.isShared) return warn()
  timers.after(2 * watchMs, () => {
    if (compare()?.behind) warn()
  })
}
