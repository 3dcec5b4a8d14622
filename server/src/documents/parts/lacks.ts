/** What a paper waits for. A paper is whole or not there: these are the reasons that are told instead. */
import type { Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { competingIn, takesQualifiers } from '@bang-diem/shared/rules/entrants.ts'
import { openRequests } from '@bang-diem/shared/rules/head.ts'
import type { Missing, Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { missingInStage, standingsOf } from '@bang-diem/shared/rules/scores.ts'
import type { AboutRound, AboutStage, Making } from '../document.ts'
import { perMoment } from './per-moment.ts'

const allMissing = perMoment(missingInStage)
const missingByRound = perMoment((state, stage) => {
  const all = allMissing(state, stage)
  return new Map(stage.rounds.map(({ id }) => [id, all.filter(({ round }) => round === id)]))
})

/** Scores of a round that are not complete, or of all of the stage, by team in the definition's order. */
export function missingIn(state: State, stage: Stage, round: Round | null): readonly Missing[] {
  return round === null ? allMissing(state, stage) : (missingByRound(state, stage).get(round.id) ?? [])
}

/** Whatever has a leaf for each team that competes has none. */
export function hasNobody({ state, about }: Making<AboutStage | AboutRound>): boolean {
  return competingIn(state, about.stage).length === 0
}

/** The teams of the stage are known. */
export function lacksTeams(state: State, stage: Stage): Refusal[] {
  const settled = !takesQualifiers(stage) || state.qualified.has(stage.id)
  return settled ? [] : [{ code: 'entrants-unsettled', stage: stage.id }]
}

/** Every score of the round is complete. */
export function lacksScores(state: State, stage: Stage, round: Round | null): Refusal[] {
  const teams = lacksTeams(state, stage)
  if (teams.length > 0) return teams
  const missing = missingIn(state, stage, round)
  return missing.length === 0 ? [] : [{ code: 'sheets-missing', missing }]
}

/** The stage is certified; else everything that certification itself waits for. */
export const lacksCertification = perMoment((state, stage): readonly Refusal[] => {
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
})
