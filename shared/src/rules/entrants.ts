/** Who is in a stage: by its definition, or where it takes qualifiers, by what was settled about them. */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'

/** True where the teams of the stage come from a stage before it. */
export function takesQualifiers({ entrants }: Stage): boolean {
  return entrants !== 'all' && !Array.isArray(entrants)
}

/** The teams of a stage in the definition's order; none until its qualifiers are settled. Who left is still among them. */
export function entrantsOf(state: State, stage: Stage): readonly string[] {
  if (!takesQualifiers(stage)) return lookupsOf(definitionOf(state)).entrants.get(stage.id) ?? []
  return state.qualified.get(stage.id) ?? []
}

export function isEntered(state: State, stage: Stage, team: string): boolean {
  return entrantsOf(state, stage).includes(team)
}

/** The teams that still compete, in the definition's order. */
export function competingIn(state: State, stage: Stage): readonly string[] {
  return entrantsOf(state, stage).filter((team) => !hasLeft(state, stage.id, team))
}
