/**
 * The exact value behind each score that a cue announced: later tables are added up and ranked from it, so that they retell what the
 * hall was told to the last digit. It stands beside the reveals and never among them: the hall gets rounded figures alone.
 */
import * as v from 'valibot'
import { idSchema, secondsSchema } from '../contest/primitives.ts'
import { type RoundTeam, roundTeam } from './keys.ts'
import type { State } from './state.ts'

/** A decimal, or a fraction such as `"53/3"`. */
const exact = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+|\/[1-9]\d*)?$/))

export const exactScoreSchema = v.strictObject({
  round: idSchema,
  team: idSchema,
  score: exact,
  /** The figure under each criterion: tie-breaks look at them. */
  criteria: v.record(idSchema, exact),
  /** What was deducted, and the recorded time; absent in a history from before they were kept, the time also where there is none. */
  deducted: v.optional(exact),
  seconds: v.optional(secondsSchema),
  /** What each judge gave on the whole sheet: only where places or ties come from that. */
  sheets: v.optional(v.record(idSchema, exact)),
})
export type ExactScore = v.InferOutput<typeof exactScoreSchema>

/** The latest exact value of every score that stands announced. */
export function exactScoresOf(state: State): ReadonlyMap<RoundTeam, ExactScore> {
  return new Map(state.exactScores.flat().map((score) => [roundTeam(score.round, score.team), score]))
}
