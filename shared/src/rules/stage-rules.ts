/** A stage as the scoring engine wants it: the same rules under the engine's own names. Made once for each stage of a definition. */
import type { Definition, Round, Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { RoundRules, StageRules } from '../scoring/types.ts'

const known = new WeakMap<Stage, StageRules>()

export function stageRules(definition: Definition, stage: Stage): StageRules {
  const cached = known.get(stage)
  // A definition that changed the head judge keeps its other stages only where they were parsed anew.
  const headJudge = lookupsOf(definition).head?.id ?? null
  if (cached?.headJudge === headJudge) return cached
  const made: StageRules = { ...stage, headJudge, rounds: stage.rounds.map(roundRules) }
  known.set(stage, made)
  return made
}

function roundRules(round: Round): RoundRules {
  const criteria = round.criteria.map(({ id, weight, scale, scoredBy }) => ({
    id,
    weight,
    maximum: scale.max,
    scoredBy,
  }))
  return { ...round, hasFactor: round.factor !== undefined, criteria }
}

/** The group or category that a team is ranked in; `null` where all are ranked together (S-56). */
export function categoryOf(definition: Definition, { separately }: Stage, team: string): string | null {
  if (separately === undefined) return null
  return lookupsOf(definition).teams.get(team)?.[separately] ?? ''
}
