/**
 * The part of the fold about sheets and the judges who mark or are excused. The hall's progress counts are kept in step here.
 * It keeps marks as they were written and adds nothing up.
 */
import { lookupsOf } from '../contest/lookups.ts'
import type { Head } from './commit.ts'
import type { FactOf } from './facts.ts'
import { inGroup, put } from './grouped.ts'
import { type RoundTeam, roundTeam } from './keys.ts'
import { handOf, type Moment } from './moment.ts'
import type { Sheet } from './sheet-records.ts'
import type { State } from './state.ts'

export type SheetFact = FactOf<
  'sheet-submitted' | 'sheet-entered' | 'sheet-reopened' | 'judge-excused' | 'judge-recused' | 'excuse-withdrawn'
>

export function evolveSheets(state: State, fact: SheetFact, moment: Moment): void {
  const team = roundTeam(fact.round, fact.team)
  touchScore(state, fact.round, fact.team, moment.head)
  switch (fact.type) {
    case 'sheet-submitted':
    case 'sheet-entered': {
      putSheet(state, team, fact.judge, submitted(state, fact, moment))
      return
    }
    case 'sheet-reopened': {
      const before = inGroup(state.sheets, team).get(fact.judge)
      if (!before) return
      const former = inGroup(state.formerSheets, team).get(fact.judge) ?? []
      put(state.formerSheets, team, fact.judge, [...former, { sheet: before, request: fact.request }])
      putSheet(state, team, fact.judge, { ...before, status: 'reopened', revision: before.revision + 1 })
      return
    }
    case 'judge-excused':
    case 'judge-recused':
      put(state.excused, team, fact.judge, fact.reason)
      countAgain(state, team)
      return
    case 'excuse-withdrawn':
      state.excused.get(team)?.delete(fact.judge)
      markAgain(state, team, fact.judge)
      countAgain(state, team)
  }
}

function submitted(state: State, fact: FactOf<'sheet-submitted' | 'sheet-entered'>, moment: Moment): Sheet {
  const { marks, revision } = fact
  const { at, head: commit } = moment
  const { name } = handOf(state, `judge:${fact.judge}`)
  const asked = fact.type === 'sheet-entered' ? state.requests.get(fact.request) : undefined
  const entered = { seat: asked?.by ?? 'secretary', name: asked?.name ?? null }
  const paper = fact.type === 'sheet-entered' ? { entered, approved: handOf(state, moment.by) } : null
  return { status: 'submitted', revision, marks, commit, at, name, paper }
}

/** A judge who has left and marks one team all the same is not away from it any more. */
function markAgain(state: State, team: RoundTeam, judge: string): void {
  const absence = state.absences.get(judge)
  if (!absence?.places.has(team)) return
  const places = new Set([...absence.places].filter((each) => each !== team))
  state.absences.set(judge, { ...absence, places })
}

/** Opens the count of a team whose sheets are now open. */
export function beginProgress(state: State, round: string, team: string): void {
  const key = roundTeam(round, team)
  state.public.progress.set(key, { submitted: 0, expected: 0 })
  countAgain(state, key)
}

/** Says that this commit has changed something which the score of a team in a round is made of. */
export function touchScore(state: State, round: string, team: string, { hash }: Head): void {
  state.scoreVersions.set(roundTeam(round, team), hash)
  state.teamVersions.set(team, hash)
}

function putSheet(state: State, team: RoundTeam, judge: string, sheet: Sheet): void {
  const wasIn = inGroup(state.sheets, team).get(judge)?.status === 'submitted'
  put(state.sheets, team, judge, sheet)
  const progress = state.public.progress.get(team)
  if (!progress) return
  const submitted = progress.submitted + Number(sheet.status === 'submitted') - Number(wasIn)
  state.public.progress.set(team, { submitted, expected: progress.expected })
}

/** Counts from the panel anew; only when the panel itself changes for a team, since a submit must stay cheap. */
export function countAgain(state: State, key: RoundTeam): void {
  const definition = state.public.definition
  if (!definition || !state.public.progress.has(key)) return
  const round = key.slice(0, key.indexOf('/'))
  const panel = lookupsOf(definition).panels.get(round) ?? []
  const excused = inGroup(state.excused, key)
  const sheets = inGroup(state.sheets, key)
  const marking = panel.filter((judge) => !excused.has(judge))
  const submitted = marking.filter((judge) => sheets.get(judge)?.status === 'submitted').length
  state.public.progress.set(key, { submitted, expected: marking.length })
}
