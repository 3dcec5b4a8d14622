/** Which view each audience gets, and which audiences a fact can change: the one place that dispatches between views. */
import { lookupsOf } from '../contest/lookups.ts'
import type { Fact } from '../ledger/facts.ts'
import type { RoundTeam } from '../ledger/keys.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { judgeOfSeat } from '../rules/seats.ts'
import { deskView } from './desk.ts'
import { hallView } from './hall.ts'
import { headView } from './head.ts'
import { judgeSheets, judgeView } from './judge.ts'
import { mcView } from './mc.ts'
import type { Audience, View } from './view.ts'

export function viewFor(state: State, audience: Audience): View {
  switch (audience) {
    case 'hall':
      return hallView(state.public)
    case 'mc':
      return mcView(state)
    case 'desk':
      return deskView(state)
    default: {
      const colon = audience.indexOf(':')
      const judge = audience.slice(colon + 1)
      // The organiser may have named another head judge while this page was open.
      const head = audience.startsWith('head:') && lookupsOf(definitionOf(state)).judges.get(judge)?.head
      return head ? headView(state, judge) : judgeView(state, judge)
    }
  }
}

/** What a change of these sheets can change in a view: of a judge's own view that is little, of any other it may be everything. */
export function partFor(
  state: State,
  audience: Audience,
  sheets: ReadonlySet<RoundTeam>,
): ReadonlyMap<string, unknown> {
  const judge = judgeOfSeat(audience)
  return judge === undefined ? viewFor(state, audience) : judgeSheets(state, judge, sheets)
}

/**
 * The sheet that a fact concerns when it changes nothing else in its judge's view and nothing in another judge's; undefined when any
 * view may change. A submit must not make a thousand judges' views be computed again. Head judges and staff are never spared.
 */
export function onlySheetTouched(
  fact: Fact,
): { readonly round: string; readonly team: string; readonly judge: string } | undefined {
  switch (fact.type) {
    case 'sheet-submitted':
    case 'sheet-entered':
    case 'sheet-reopened':
    case 'judge-excused':
    case 'judge-recused':
    case 'excuse-withdrawn':
    case 'reopen-requested':
      return fact
    default:
      return undefined
  }
}
