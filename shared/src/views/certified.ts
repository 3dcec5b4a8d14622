/** `certified/<stage>`: that a table is certified, the how-manieth it is, and its receipt. For seats; the hall learns it from the ceremony. */
import { receiptOf } from '../ledger/commit.ts'
import type { State } from '../ledger/state.ts'
import type { View } from './view.ts'

export function addCertified(view: View, state: State): void {
  for (const [stage, { commit, at, version }] of state.certified) {
    view.set(`certified/${stage}`, { receipt: receiptOf(commit), at, version })
  }
}
