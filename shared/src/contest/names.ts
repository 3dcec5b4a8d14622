/** How a contest calls what its rules know by id: for printed rules and derivations. An id that is not there stands for itself. */
import type { Names } from '../scoring/wording.ts'
import type { Definition } from './definition.ts'
import { lookupsOf } from './lookups.ts'

export function namesOf(definition: Definition): Names {
  const { stages, rounds, teams, judges } = lookupsOf(definition)
  return {
    stage: (id) => stages.get(id)?.title ?? id,
    round: (id) => rounds.get(id)?.title ?? id,
    criterion: (round, id) => rounds.get(round)?.criteria.find((each) => each.id === id)?.title ?? id,
    group: (round, id) => rounds.get(round)?.judgeGroups.find((each) => each.id === id)?.title ?? id,
    judge: (id) => judges.get(id)?.name ?? id,
    team: (id) => teams.get(id)?.name ?? id,
  }
}
