/** What the awards of a stage name must be there, and each award has its own name (D-21). */
import type { Stage } from './definition.ts'
import { type Found, idsOf } from './found.ts'

export function checkAwards(found: Found, stage: Stage, path: string): void {
  found.unique(stage.awards, path)
  for (const [index, award] of stage.awards.entries()) {
    if (award.by !== 'best') continue
    const round = stage.rounds.find(({ id }) => id === award.round)
    if (round === undefined) found.add(`${path}[${index}].round`, 'unknown-reference', { id: award.round })
    else if (award.criterion !== undefined && !idsOf(round.criteria).has(award.criterion)) {
      found.add(`${path}[${index}].criterion`, 'unknown-reference', { id: award.criterion })
    }
  }
}
