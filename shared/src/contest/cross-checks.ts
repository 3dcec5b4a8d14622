/**
 * What a schema alone cannot see: ids that clash or point nowhere, sums that do not add up, rules that do not go together.
 * Published score tables do contain such mistakes, so every one is named before the first team is called.
 * It never mends a definition.
 */
import { checkAwards } from './check-awards.ts'
import { checkEntrants } from './check-entrants.ts'
import { checkPlaces } from './check-places.ts'
import { checkRound } from './check-round.ts'
import { checkSessions } from './check-sessions.ts'
import type { Definition } from './definition.ts'
import { Found } from './found.ts'
import type { Problem } from './problems.ts'

/** Every problem that concerns more than one field of a definition. */
export function crossChecks(definition: Definition): Problem[] {
  const found = new Found()
  found.unique(definition.teams, 'teams')
  found.unique(definition.judges, 'judges')
  for (const [index, judge] of definition.judges.filter((each) => each.head).entries()) {
    if (index > 0) found.add(`judges[${definition.judges.indexOf(judge)}].head`, 'two-heads', { id: judge.id })
  }
  // Cue ids begin with a stage's or a round's id, so the two share one namespace; `show/…` is for scenes by hand.
  const cueRoots = new Set(['show'])
  found.unique(definition.stages, 'stages', cueRoots)
  for (const [index, stage] of definition.stages.entries()) {
    const path = `stages[${index}]`
    found.unique(stage.rounds, `${path}.rounds`, cueRoots)
    checkEntrants(found, definition, stage, path)
    for (const [place, round] of stage.rounds.entries()) {
      checkRound(found, definition, round, `${path}.rounds[${place}]`)
    }
    checkPlaces(found, definition, stage, path)
    checkAwards(found, stage, `${path}.awards`)
  }
  checkSessions(found, definition, cueRoots)
  return found.problems
}
