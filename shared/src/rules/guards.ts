/**
 * The checks that several commands share: does it exist, does it compete, is its stage still open.
 * Each answers a refusal or undefined; none changes anything.
 */
import type { Criterion, Round, Stage, Team } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { scaleFault } from '../contest/scale.ts'
import { roundTeam } from '../ledger/keys.ts'
import { definitionOf, isExcused, type State, sheetOf } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { isEntered } from './entrants.ts'
import type { Refusal } from './refusals.ts'

export interface Place {
  readonly round: Round
  readonly stage: Stage
  readonly team: Team
}

/** The round and stage of a command about a team in a round, or why it cannot be about them. */
export function placeOf(state: State, ids: { round: string; team: string }): Place | Refusal {
  const lookups = lookupsOf(definitionOf(state))
  const round = lookups.rounds.get(ids.round)
  const stage = lookups.stageOfRound.get(ids.round)
  if (!round || !stage) return { code: 'reference-unknown', field: 'round', id: ids.round }
  const team = lookups.teams.get(ids.team)
  if (!team) return { code: 'reference-unknown', field: 'team', id: ids.team }
  if (!isEntered(state, stage, ids.team)) {
    return { code: 'team-not-entered', team: ids.team, stage: stage.id }
  }
  if (hasLeft(state, stage.id, ids.team)) return { code: 'team-withdrawn', team: ids.team }
  if (state.certified.has(stage.id)) return { code: 'stage-certified', stage: stage.id }
  return { round, stage, team }
}

/** Tells a place from a refusal. */
export function isRefusal(found: object): found is Refusal {
  return 'code' in found
}

export function notOnPanel(state: State, round: string, judge: string): Refusal | undefined {
  const lookups = lookupsOf(definitionOf(state))
  if (!lookups.judges.has(judge)) return { code: 'reference-unknown', field: 'judge', id: judge }
  return lookups.panelSets.get(round)?.has(judge) ? undefined : { code: 'judge-not-on-panel', round, judge }
}

/** Why no sheet of this judge can come in for the team now, by whatever hand; undefined when it can. */
export function sheetBarred(state: State, round: string, team: string, judge: string): Refusal | undefined {
  if (isExcused(state, round, team, judge)) return { code: 'judge-excused', round, team, judge }
  const sheet = sheetOf(state, round, team, judge)
  if (sheet) return sheet.status === 'submitted' ? { code: 'sheet-submitted', round, team } : undefined
  if (!state.performed.has(roundTeam(round, team))) return { code: 'sheet-not-open', round, team }
  return sheetClosed(state, round, team, judge)
}

/** The score was told without this sheet: it cannot come in any more. */
export function sheetClosed(state: State, round: string, team: string, judge: string): Refusal | undefined {
  const told = state.known.has(roundTeam(round, team)) && !sheetOf(state, round, team, judge)
  return told ? { code: 'sheet-closed', round, team } : undefined
}

/** A sheet must carry every criterion that judges mark, nothing else, each on its scale. */
export function marksFault(
  criteria: readonly Criterion[],
  marks: Readonly<Record<string, string>>,
): Refusal | undefined {
  const absent = criteria.filter(({ id }) => !Object.hasOwn(marks, id)).map(({ id }) => id)
  if (absent.length > 0) return { code: 'mark-missing', criteria: absent }
  for (const { id, scale } of criteria) {
    const fault = scaleFault(marks[id] ?? '', scale)
    if (fault === 'out-of-range') return { code: 'mark-out-of-range', criterion: id, min: scale.min, max: scale.max }
    if (fault === 'off-step') return { code: 'mark-off-step', criterion: id, min: scale.min, step: scale.step }
  }
  const given = Object.keys(marks)
  if (given.length === criteria.length) return undefined
  const unknown = given.find((id) => !criteria.some((criterion) => criterion.id === id))
  return unknown === undefined ? undefined : { code: 'mark-unknown', criterion: unknown }
}
