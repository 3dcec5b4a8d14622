/**
 * The part of the fold about judges who leave and come back. Leaving is excusing from many teams at once; which of them belong to it is kept,
 * so that coming back ends these excuses and no other. It never touches a sheet.
 */
import { countAgain, touchScore } from './evolve-sheets.ts'
import type { FactOf } from './facts.ts'
import { put } from './grouped.ts'
import { type RoundTeam, roundTeam } from './keys.ts'
import type { Moment } from './moment.ts'
import type { State } from './state.ts'

type AbsenceFact = FactOf<'judge-left' | 'judge-returned'>

export function evolveAbsences(state: State, fact: AbsenceFact, { at, head }: Moment): void {
  const { judge, reason } = fact
  const before = state.absences.get(judge)
  const places = new Set<RoundTeam>(before?.places)
  for (const { round, teams } of fact.rounds) {
    for (const team of teams) {
      const key = roundTeam(round, team)
      if (fact.type === 'judge-left') {
        places.add(key)
        put(state.excused, key, judge, reason)
      } else {
        state.excused.get(key)?.delete(judge)
      }
      touchScore(state, round, team, head)
      countAgain(state, key)
    }
  }
  if (fact.type === 'judge-left') {
    state.absences.set(judge, { reason, at: before?.at ?? at, places })
  } else {
    if (before) state.formerAbsences.push({ judge, reason: before.reason, from: before.at, until: at })
    state.absences.delete(judge)
  }
}
