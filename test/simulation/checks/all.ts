/** All that is checked of a story that was told. Each check says in words what it found, and knows nothing of how hubs and pages work. */
import type { Cast, World } from '../world.ts'
import { checkAnswers } from './answers.ts'
import { checkEnding } from './ending.ts'
import { checkHall } from './hall.ts'
import { checkOnce } from './once.ts'

export function checkAll(world: World, cast: Cast): readonly string[] {
  return [
    ...world.truth.faults,
    ...world.commits.faults,
    ...checkOnce(world, cast),
    ...checkAnswers(world),
    ...checkHall(world),
    ...checkEnding(world, cast),
  ]
}
