/**
 * Random contests, each from its number, played by random people through the real rules until the show is over: definitions that use every
 * feature, and all that can happen on the day. Of each at least one stage is certified. It never looks at a score.
 */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { randomDefinition } from '../definitions/random-definition.ts'
import { diceOf } from '../oracle/dice.ts'
import { neededNow } from './needed.ts'
import { Recorder } from './recorder.ts'
import { whim } from './whims.ts'

/** So many commands end the longest show that there is. */
const MOST_COMMANDS = 1500

export type Played = { readonly seed: number; readonly lines: readonly string[] }

/** `restless`: how much of what is asked nobody planned. */
type Play = { readonly definition?: Definition; readonly restless?: number }

/** The lines of a contest's ledger; `null` where no stage came to be certified. */
export function playedContest(
  seed: number,
  { definition = randomDefinition(seed), restless }: Play = {},
): Played | null {
  const dice = diceOf(seed)
  const recorder = new Recorder(definition)
  const { state } = recorder
  const unplanned = restless ?? dice.pick([0, 0.1, 0.25])
  for (let asked = 0; asked < MOST_COMMANDS; asked += 1) {
    const act = dice.chance(unplanned) ? whim(state, dice) : neededNow(state, dice)
    if (act !== null) recorder.ask(...act)
    else if (neededNow(state, dice) === null) break
  }
  return recorder.lines.some((line) => line.includes('"type":"stage-certified"'))
    ? { seed, lines: recorder.lines }
    : null
}

/** The first so many contests from a number on that come to a certified table. */
export function playedContests(count: number, first: number): Played[] {
  const contests: Played[] = []
  for (let seed = first; contests.length < count; seed += 1) {
    const played = playedContest(seed)
    if (played !== null) contests.push(played)
  }
  return contests
}
