/**
 * The part of the fold about sheets and the judges who mark or are excused. The hall's progress counts are kept in step here.
 * It keeps marks as they were written and adds nothing up.
 */
import { lookupsOf } from '../contest/lookups.ts'
import type { Head } from './commit.ts'
import type { FactOf } from './facts.ts'
import { inGroup, put } from './grouped.ts'
import { type RoundTeam, roundTeam } from './keys.ts'
import type { Sheet, State } from './state.ts'

export type SheetFact = FactOf<
  'sheet-submitted' | 'sheet-entered' | 'sheet-reopened' | 'judge-excused' | 'judge-recused' | 'excuse-withdrawn'
>

export function evolveSheets(state: State, fact: SheetFact, at: number, head: Head): void {
  const team = roundTeam(fact.round, fact.team)
  touchScore(state, fact.round, fact.team, head)
  switch (fact.type) {
    case 'sheet-submitted':
    case 'sheet-entered': {
      const { marks, revision } = fact
      const fromPaper = fact.type === 'sheet-entered'
      putSheet(state, team, fact.judge, { status: 'submitted', revision, marks, commit: head, at, fromPaper })
      return
    }
    case 'sheet-reopened': {
      const before = inGroup(state.sheets, team).get(fact.judge)
      if (before) putSheet(state, team, fact.judge, { ...before, status: 'reopened', revision: before.revision + 1 })
      return
    }
    case 'judge-excused':
    case 'judge-recused':
      put(state.excused, team, fact.judge, fact.reason)
      countAgain(state, team)
      return
    case 'excuse-withdrawn':
      state.excused.get(team)?.delete(fact.judge)
      countAgain(state, team)
  }
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
function countAgain(state: State, key: RoundTeam): void {
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
