/**
 * What was changed after it was recorded, and who had a hand in it: the former sheets of a judge, and judges who have left. For those who may see
 * the sheets themselves; whether they may is not asked here.
 */
import { receiptOf } from '../ledger/commit.ts'
import type { FormerSheet } from '../ledger/sheet-records.ts'
import type { State } from '../ledger/state.ts'
import type { FormerEntry } from './desk-entries.ts'
import type { View } from './view.ts'

/** Every version of a sheet before the present one, oldest first, each with the request that opened it again. */
export function formerEntry(state: State, former: readonly FormerSheet[]): FormerEntry {
  return former.map(({ sheet, request }) => {
    const asked = state.requests.get(request)
    const { revision, marks, commit, at, name, paper } = sheet
    const reopened = asked && {
      request,
      asked: { seat: asked.by, name: asked.name, at: asked.at },
      reason: asked.reason,
      approved: asked.settled && { seat: asked.settled.seat, name: asked.settled.name, at: asked.settled.at },
    }
    return { revision, marks: { ...marks }, receipt: receiptOf(commit), at, name, paper, reopened: reopened ?? null }
  })
}

/** `away/<judge>`: for the desk and the head judge. */
export function addAway(view: View, state: State): void {
  for (const [judge, { reason, at, places }] of state.absences) {
    view.set(`away/${judge}`, { reason, at, teams: places.size })
  }
}
