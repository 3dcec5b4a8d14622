/**
 * The facts of a contest: everything that can ever have happened, in the past tense of the commands.
 *
 * A schema a fact, because facts come back from disks and exports. A fact holds what was decided, never how to compute it again.
 */
import * as v from 'valibot'
import { definitionSchema } from '../contest/definition.ts'
import { decimalSchema, idSchema, secondsSchema } from '../contest/primitives.ts'
import { exactScoreSchema } from './exact-scores.ts'
import { awardRevealSchema, revealSchema, rowRevealSchema, sceneSchema } from './reveals.ts'

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{32,64}$/))
/** A salt hides how few values a mark can have; `digest`, on a commit's first fact, is of the command that made it. */
const sealed = { salt: hex, digest: v.optional(hex) }
const teamInRound = { round: idSchema, team: idSchema }
const sheet = { ...teamInRound, judge: idSchema }
const reason = v.string()
const seat = v.string()
const marks = v.record(idSchema, decimalSchema)
const request = idSchema
const teamsByRound = v.array(v.object({ round: idSchema, teams: v.array(idSchema) }))
const cue = v.string()

function fact<const Type extends string, const Entries extends v.ObjectEntries>(type: Type, entries: Entries) {
  return v.strictObject({ type: v.literal(type), ...sealed, ...entries })
}

export const factSchema = v.variant('type', [
  // the organiser and the hub
  fact('contest-created', { definition: definitionSchema, definitionHash: hex }),
  fact('contest-redefined', { definition: definitionSchema, definitionHash: hex }),
  fact('judge-replaced', { judge: idSchema, name: v.string() }),
  fact('link-issued', { seat, codeHash: hex }),
  fact('session-opened', { seat, tokenHash: hex }),
  // the show
  fact('cue-taken', {
    cue,
    scene: sceneSchema,
    reveals: v.array(revealSchema),
    /** Of the scores that are told anew; absent where there are none. */
    exact: v.optional(v.array(exactScoreSchema)),
  }),
  fact('cue-taken-back', { cue }),
  fact('scene-shown', { scene: sceneSchema }),
  fact('timer-started', teamInRound),
  fact('timer-paused', teamInRound),
  fact('timer-reset', teamInRound),
  // the desk
  fact('order-set', { round: idSchema, teams: v.array(idSchema) }),
  fact('order-drawn', { round: idSchema, teams: v.array(idSchema) }),
  fact('points-tallied', { ...teamInRound, criterion: idSchema, points: decimalSchema }),
  fact('time-recorded', { ...teamInRound, seconds: secondsSchema }),
  fact('factor-recorded', { ...teamInRound, factor: decimalSchema }),
  fact('points-deducted', { id: idSchema, ...teamInRound, points: decimalSchema, reason }),
  fact('deduction-withdrawn', { id: idSchema, reason }),
  fact('bonus-added', { id: idSchema, ...teamInRound, points: decimalSchema, reason }),
  fact('bonus-withdrawn', { id: idSchema, reason }),
  fact('judge-excused', { ...sheet, reason }),
  fact('excuse-withdrawn', { ...sheet, reason }),
  /** One act, and every team that it excuses the judge from, or no longer. */
  fact('judge-left', { judge: idSchema, reason, rounds: teamsByRound }),
  fact('judge-returned', { judge: idSchema, reason, rounds: teamsByRound }),
  /** `stages` are those that the team leaves; absent in a history from before they were told: all. */
  fact('team-withdrawn', {
    team: idSchema,
    reason,
    disqualified: v.optional(v.literal(true)),
    stages: v.optional(v.array(idSchema)),
  }),
  fact('noted', { text: v.string() }),
  // sheets
  fact('sheet-submitted', { ...sheet, run: v.number(), revision: v.number(), marks }),
  fact('sheet-entered', { ...sheet, revision: v.number(), marks, request }),
  fact('sheet-reopened', { ...sheet, request }),
  fact('judge-recused', { ...sheet, reason }),
  // acts of two people
  fact('reopen-requested', { request, ...sheet, reason }),
  fact('paper-sheet-requested', { request, ...sheet, marks, reason }),
  fact('stage-reopen-requested', { request, stage: idSchema, reason }),
  fact('request-approved', { request }),
  fact('request-declined', { request, reason }),
  fact('stage-reopened', { stage: idSchema, request, reason }),
  // the head judge
  /** `by` is absent where it is a decision. */
  fact('tie-broken', { stage: idSchema, teams: v.array(idSchema), reason, by: v.optional(v.literal('lot')) }),
  fact('cut-decided', { stage: idSchema, teams: v.array(idSchema), reason }),
  fact('stage-entered', { stage: idSchema, from: idSchema, teams: v.array(idSchema) }),
  fact('award-given', { stage: idSchema, award: idSchema, team: idSchema, reason }),
  fact('award-taken-back', { stage: idSchema, award: idSchema, team: idSchema, reason }),
  fact('question-tallied', { stage: idSchema, question: idSchema, team: idSchema, points: decimalSchema }),
  fact('stage-certified', {
    stage: idSchema,
    definitionHash: hex,
    rows: v.array(rowRevealSchema),
    /** Who wins what, frozen with the table; absent where the stage has no awards. */
    awards: v.optional(v.array(awardRevealSchema)),
  }),
])

/** A fact as stored. */
export type Fact = v.InferOutput<typeof factSchema>
export type FactType = Fact['type']
/** One kind of fact, by its type. */
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>

type Unsalted<F> = F extends Fact ? Omit<F, 'salt' | 'digest'> : never
/** A fact as `decide` answers it, before it is sealed. */
export type FactBody = Unsalted<Fact>
