/** The judge's commands: submit a sheet, step back from a team, ask to reopen. */
import { judgedCriteria } from '../contest/lookups.ts'
import { isExcused, type State, sheetOf } from '../ledger/state.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { isRefusal, marksFault, notOnPanel, placeOf, sheetBarred } from './guards.ts'
import { nextRequestId, waitingRequest } from './requests.ts'

/** The run of the real contest; every rehearsal would have its own. */
const realRun = 0

export function submitSheet(state: State, judge: string, command: CommandOf<'submitSheet'>): Decision {
  const { run, revision, marks } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  // Ids as the definition has them: maps find a text that they know without comparing it letter by letter.
  const [round, team] = [place.round.id, place.team.id]
  const outside = notOnPanel(state, round, judge)
  if (outside) return refuse(outside)
  const barred = sheetBarred(state, round, team, judge)
  if (barred) return refuse(barred)
  const present = sheetOf(state, round, team, judge)?.revision ?? 0
  if (run !== realRun || revision !== present) return refuse({ code: 'sheet-moved-on', revision: present })
  const fault = marksFault(judgedCriteria(place.round), marks)
  if (fault) return refuse(fault)
  return accept({ type: 'sheet-submitted', round, team, judge, run, revision, marks })
}

export function recuse(state: State, judge: string, command: CommandOf<'recuse'>): Decision {
  const { round, team, reason } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  const outside = notOnPanel(state, round, judge)
  if (outside) return refuse(outside)
  if (isExcused(state, round, team, judge)) return refuse({ code: 'judge-excused', round, team, judge })
  if (sheetOf(state, round, team, judge)) return refuse({ code: 'sheet-submitted', round, team })
  return accept({ type: 'judge-recused', round, team, judge, reason })
}

export function requestReopen(state: State, judge: string, command: CommandOf<'requestReopen'>): Decision {
  const { round, team, reason } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  if (sheetOf(state, round, team, judge)?.status !== 'submitted') {
    return refuse({ code: 'sheet-absent', round, team, judge })
  }
  const waiting = waitingRequest(state, (act) => act.kind === 'reopen-sheet' && isSheet(act, round, team, judge))
  if (waiting) return refuse({ code: 'request-waiting', request: waiting.id })
  return accept({ type: 'reopen-requested', request: nextRequestId(state), round, team, judge, reason })
}

function isSheet(act: { round: string; team: string; judge: string }, round: string, team: string, judge: string) {
  return act.round === round && act.team === team && act.judge === judge
}
