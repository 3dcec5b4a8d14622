/**
 * What the head judge sees: a judge's view, and the acts that wait for a second person. Others' marks for a team come only once the
 * own sheet for it is in, so that they cannot colour it; totals only once every sheet of the stage is in.
 */
import { lookupsOf } from '../contest/lookups.ts'
import type { Request } from '../ledger/desk-records.ts'
import { inGroup } from '../ledger/grouped.ts'
import { definitionOf, isExcused, type State, sheetOf } from '../ledger/state.ts'
import { addAway, formerEntry } from './amendments.ts'
import { addLiveRows, readyOf, staffSheet } from './desk.ts'
import { judgeView } from './judge.ts'
import { addComing } from './places.ts'
import { judgeEntries } from './static.ts'
import type { View } from './view.ts'

export function headView(state: State, judge: string): View {
  const definition = definitionOf(state)
  const view = judgeView(state, judge)
  for (const [key, entry] of judgeEntries(definition)) view.set(key, entry)
  for (const [id, request] of state.requests) view.set(`request/${id}`, withoutEarlyMarks(state, request, judge))
  for (const [place, sheets] of state.sheets) {
    const [round = '', team = ''] = place.split('/')
    if (!mayCompare(state, round, team, judge)) continue
    for (const [other, sheet] of sheets) view.set(`sheet/${place}/${other}`, staffSheet(sheet))
    for (const [other, former] of inGroup(state.formerSheets, place)) {
      view.set(`former/${place}/${other}`, formerEntry(state, former))
    }
    for (const [other, reason] of inGroup(state.excused, place)) view.set(`excused/${place}/${other}`, reason)
  }
  addAway(view, state)
  for (const stage of definition.stages) {
    const ready = readyOf(state, stage)
    view.set(`ready/${stage.id}`, ready)
    addComing(view, state, stage)
    if (ready.missing.length === 0) addLiveRows(view, state, stage)
  }
  return view
}

/** A paper sheet is another judge's marks too: the request is told at once, its marks only when they may be compared. */
function withoutEarlyMarks(state: State, request: Request, judge: string): object {
  const { act } = request
  if (act.kind !== 'enter-sheet' || mayCompare(state, act.round, act.team, judge)) return request
  const { marks: _, ...rest } = act
  return { ...request, act: rest }
}

/** The own sheet is in, or this judge has none to give. */
function mayCompare(state: State, round: string, team: string, judge: string): boolean {
  const marks = lookupsOf(definitionOf(state)).panelSets.get(round)?.has(judge) ?? false
  return !marks || isExcused(state, round, team, judge) || sheetOf(state, round, team, judge)?.status === 'submitted'
}
