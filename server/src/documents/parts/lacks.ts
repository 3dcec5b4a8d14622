/** What a paper waits for. A paper is whole or not there: these are the reasons that are told instead. */
import type { Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { takesQualifiers } from '@bang-diem/shared/rules/entrants.ts'
import { openRequests } from '@bang-diem/shared/rules/head.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { missingInStage, standingsOf } from '@bang-diem/shared/rules/scores.ts'

/** The teams of the stage are known. */
export function lacksTeams(state: State, stage: Stage): Refusal[] {
  const settled = !takesQualifiers(stage) || state.qualified.has(stage.id)
  return settled ? [] : [{ code: 'entrants-unsettled', stage: stage.id }]
}

/** Every score of the round is complete. */
export function lacksScores(state: State, stage: Stage, round: Round | null): Refusal[] {
  const teams = lacksTeams(state, stage)
  if (teams.length > 0) return teams
  const missing = missingInStage(state, stage).filter((each) => round === null || each.round === round.id)
  return missing.length === 0 ? [] : [{ code: 'sheets-missing', missing }]
}

/** The stage is certified; else everything that certification itself waits for. */
export function lacksCertification(state: State, stage: Stage): Refusal[] {
  if (state.certified.has(stage.id)) return []
  const scores = lacksScores(state, stage, null)
  if (scores.length > 0) return [...scores, { code: 'not-certified', stage: stage.id }]
  const requests = openRequests(state, stage)
  const ties = standingsOf(state, stage).undecided
  return [
    ...(requests.length === 0 ? [] : [{ code: 'requests-waiting', requests } as const]),
    ...ties.map(({ teams, awaits }) => ({ code: 'tie-undecided', stage: stage.id, teams, awaits: awaits.by }) as const),
    { code: 'not-certified', stage: stage.id },
  ]
}
