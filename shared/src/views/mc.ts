/**
 * What the MC sees: the rundown, what comes next and who is missing. Counts and names, never a value that is not announced.
 */
import { lookupsOf } from '../contest/lookups.ts'
import { inGroup } from '../ledger/grouped.ts'
import { roundTeam } from '../ledger/keys.ts'
import { definitionOf, type State, sheetOf } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { corrections, nextOf, type Offer } from '../rules/next.ts'
import { missingOf } from '../rules/scores.ts'
import { onAirOf } from '../rules/show.ts'
import { addCertified } from './certified.ts'
import { addShow } from './hall.ts'
import { commonEntries, judgeEntries } from './static.ts'
import type { View } from './view.ts'

export function mcView(state: State): View {
  const view: View = new Map(commonEntries(definitionOf(state)))
  addStage(view, state)
  return view
}

/** Everything about running the show, for the MC and the desk. */
export function addStage(view: View, state: State): void {
  for (const [key, judge] of judgeEntries(definitionOf(state))) view.set(key, judge)
  addShow(view, state.public)
  const { next, skipTo, pending, rundown } = nextOf(state)
  view.set('on-air', onAirOf(state))
  // Corrections have no place of their own in the order; they are listed so that staff can look them up by id.
  view.set('rundown', [...rundown, ...corrections(state)])
  view.set(
    'taken',
    rundown.filter((cue) => state.taken.has(cue.id)).map((cue) => cue.id),
  )
  view.set('next', { next: next && named(next), skipTo: skipTo && named(skipTo), pending: pending.map(named) })
  addPanel(view, state)
  const { stageOfRound } = lookupsOf(definitionOf(state))
  for (const key of state.performed) {
    const [round = '', team = ''] = key.split('/')
    const stage = stageOfRound.get(round)?.id ?? ''
    const missing = hasLeft(state, stage, team) ? undefined : missingOf(state, round, team)
    if (missing) view.set(`missing/${key}`, missing)
  }
  addCertified(view, state)
}

function named(offer: Offer): object {
  return { cue: offer.cue.id, block: offer.block }
}

function addPanel(view: View, state: State): void {
  const { timer } = state.public
  if (!timer) return
  const { round, team } = timer
  const judges = (lookupsOf(definitionOf(state)).panels.get(round) ?? []).map((judge) => {
    const status = sheetOf(state, round, team, judge)?.status
    const reason = inGroup(state.excused, roundTeam(round, team)).get(judge)
    if (reason !== undefined) return { judge, state: 'excused', reason }
    if (status === undefined) return { judge, state: 'missing' }
    return { judge, state: status === 'submitted' ? 'in' : 'reopened' }
  })
  view.set('panel', { round, team, judges })
}
