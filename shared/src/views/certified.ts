/**
 * `certified/<stage>`: that a table is certified, the how-manieth it is, its receipt, and whether it stands on totals that do not stand any more.
 * For seats; the hall learns it from the ceremony.
 */
import { lookupsOf } from '../contest/lookups.ts'
import { receiptOf } from '../ledger/commit.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { outdatedIn } from '../rules/carried.ts'
import type { CertifiedEntry } from './show-entries.ts'
import type { View } from './view.ts'

export function addCertified(view: View, state: State): void {
  const { stages } = lookupsOf(definitionOf(state))
  for (const [id, { commit, at, version }] of state.certified) {
    const stage = stages.get(id)
    const entry: CertifiedEntry = {
      receipt: receiptOf(commit),
      at,
      version,
      outdated: stage ? outdatedIn(state, stage) : [],
    }
    view.set(`certified/${id}`, entry)
  }
}
