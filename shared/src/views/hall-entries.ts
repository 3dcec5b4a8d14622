/** Entries of what was revealed: the scene, progress, scores, rows and awards. The hall gets no others but those of every view. */
import * as v from 'valibot'
import { awardRevealSchema, rowRevealSchema, sceneSchema, scoreRevealSchema } from '../ledger/reveals.ts'

const text = v.string()
const count = v.number()

/** `scene`: hall, MC, desk. Absent before the first cue: stand-by. */
export const sceneEntry = sceneSchema
/** `progress`: sheets in, of sheets expected, for the team on stage. */
export const progressEntry = v.object({ round: text, team: text, submitted: count, expected: count })
/** `score/<round>/<team>` and `row/<stage>/<team>`: as revealed to the hall. */
export const scoreEntry = v.object(v.omit(scoreRevealSchema, ['kind']).entries)
export const rowEntry = v.object(v.omit(rowRevealSchema, ['kind']).entries)
/** `award/<stage>/<award>`: as announced. */
export const awardEntry = v.object(v.omit(awardRevealSchema, ['kind']).entries)
