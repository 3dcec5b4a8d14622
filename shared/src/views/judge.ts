/** What one judge sees: the own sheets and the team that is called. Nothing of another judge's, no score, no rank. */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { receiptOf } from '../ledger/commit.ts'
import { inGroup } from '../ledger/grouped.ts'
import { type RoundTeam, roundTeam } from '../ledger/keys.ts'
import type { Sheet } from '../ledger/sheet-records.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { entrantsOf, takesQualifiers } from '../rules/entrants.ts'
import { addCertified } from './certified.ts'
import type { CallEntry, OwnSheetEntry } from './judge-entries.ts'
import { madeOnce } from './made-once.ts'
import { commonEntries, formEntries } from './static.ts'
import type { View } from './view.ts'

export function judgeView(state: State, judge: string): View {
  const definition = definitionOf(state)
  const lookups = lookupsOf(definition)
  const view: View = new Map([...commonEntries(definition), ...formEntries(definition)])
  const own = lookups.judges.get(judge)
  if (!own) return view
  view.set('me', { judge, name: own.name, title: own.title, head: own.head })
  const call = callOf(state)
  if (call) view.set('call', call)
  if (state.public.timer) view.set('timer', state.public.timer)
  const requests = requestsOf(state, judge)
  for (const key of state.performed) {
    const sheet = ownSheet(state, key, judge, requests.get(key))
    if (sheet) view.set(`sheet/${key}`, sheet)
  }
  view.set('count', countOf(state, judge))
  addCertified(view, state)
  return view
}

/** What a change of these sheets can change in the judge's view. A key without a value is not in the view. */
export function judgeSheets(state: State, judge: string, sheets: Iterable<RoundTeam>): ReadonlyMap<string, unknown> {
  const part = new Map<string, unknown>()
  if (!lookupsOf(definitionOf(state)).judges.has(judge)) return part
  const requests = requestsOf(state, judge)
  for (const key of sheets) {
    part.set(`sheet/${key}`, state.performed.has(key) ? ownSheet(state, key, judge, requests.get(key)) : undefined)
  }
  part.set('count', countOf(state, judge))
  return part
}

/** The team that was called last, read from the scenes: what is on air tells how far it is. */
function callOf(state: State): CallEntry | undefined {
  const scene = state.public.onAir.at(-1)?.scene
  switch (scene?.kind) {
    case 'team':
      return { round: scene.round, team: scene.team, step: 'intro' }
    case 'performance':
      return { round: scene.round, team: scene.team, step: 'performing' }
    case 'progress':
      return { round: scene.round, team: scene.team, step: 'marking' }
    case 'score':
      return { round: scene.round, team: scene.team, step: 'revealed' }
    default:
      return undefined
  }
}

/** Sheets without marks are all alike. */
const openSheet: OwnSheetEntry = { status: 'open', revision: 0 }
const closedSheet: OwnSheetEntry = { status: 'closed', revision: 0 }

function ownSheet(
  state: State,
  key: RoundTeam,
  judge: string,
  request: OwnSheetEntry['request'],
): OwnSheetEntry | undefined {
  const reason = inGroup(state.excused, key).get(judge)
  const sheet = inGroup(state.sheets, key).get(judge)
  if (reason !== undefined) return { status: 'excused', revision: sheet?.revision ?? 0, reason }
  if (sheet) return request ? { ...entryOf(sheet), request } : entryOf(sheet)
  return absentSheet(state, key, judge)
}

/** Nothing was submitted yet, and perhaps nothing can be; undefined when this judge does not mark the round. */
function absentSheet(state: State, key: RoundTeam, judge: string): OwnSheetEntry | undefined {
  const [round = '', team = ''] = key.split('/')
  const lookups = lookupsOf(definitionOf(state))
  if (!lookups.panelSets.get(round)?.has(judge)) return undefined
  const certified = state.certified.has(lookups.stageOfRound.get(round)?.id ?? '')
  const left = hasLeft(state, lookups.stageOfRound.get(round)?.id ?? '', team)
  const closed = state.known.has(key) || certified || left
  return closed ? closedSheet : openSheet
}

/** A sheet's entry: a judge has dozens of sheets, of which one changes at a time. */
const entryOf = madeOnce(({ status, revision, marks, commit }: Sheet): OwnSheetEntry => {
  return { status, revision, marks: { ...marks }, receipt: receiptOf(commit) }
})

/** Where the judge's last request to reopen each sheet stands. */
function requestsOf(state: State, judge: string): ReadonlyMap<RoundTeam, OwnSheetEntry['request']> {
  const requests = new Map<RoundTeam, OwnSheetEntry['request']>()
  for (const { act, status } of state.requests.values()) {
    if (act.kind === 'reopen-sheet' && act.judge === judge) requests.set(roundTeam(act.round, act.team), status)
  }
  return requests
}

function countOf(state: State, judge: string): { submitted: number; total: number } {
  const { panelSets, stageOfRound } = lookupsOf(definitionOf(state))
  let submitted = 0
  let total = 0
  for (const [round, panel] of panelSets) {
    const stage = stageOfRound.get(round)
    if (!stage || !panel.has(judge)) continue
    for (const key of sheetsDue(state, stage, round, judge)) {
      total += 1
      if (inGroup(state.sheets, key).get(judge)?.status === 'submitted') submitted += 1
    }
  }
  return { submitted, total }
}

/** The teams of a round that this judge is, or will be, asked to mark. */
function* sheetsDue(state: State, stage: Stage, round: string, judge: string): Generator<RoundTeam> {
  const entered = takesQualifiers(stage) ? new Set(entrantsOf(state, stage)) : undefined
  for (const { team, key } of lookupsOf(definitionOf(state)).places.get(round) ?? []) {
    if (entered?.has(team) === false || hasLeft(state, stage.id, team)) continue
    if (!inGroup(state.excused, key).has(judge)) yield key
  }
}
