/**
 * The facts of a ledger: shapes of the verifier's own, and strict ones. A fact that it does not know, or one that says more than it knows, is
 * refused, since nobody can say what it would change.
 */
import * as v from 'valibot'
import { definitionSchema } from './definition.ts'
import { awardSchema, exactSchema, revealSchema, rowSchema } from './reveals.ts'
import { decimal, id, recordOf, seconds, whole } from './shapes.ts'

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{32,64}$/))
const text = v.string()
const reason = v.string()
const place = { round: id, team: id }
const sheet = { ...place, judge: id }
const marks = recordOf(decimal)
const teamsByRound = v.array(v.strictObject({ round: id, teams: v.array(id) }))
/** What the screens show says nothing that a number follows from. */
const scene = v.looseObject({ kind: v.string() })

function fact<const Type extends string, const Entries extends v.ObjectEntries>(type: Type, entries: Entries) {
  return v.strictObject({ type: v.literal(type), salt: hex, digest: v.optional(hex), ...entries })
}

const countedSchema = v.variant('type', [
  fact('contest-created', { definition: definitionSchema, definitionHash: hex }),
  fact('contest-redefined', { definition: definitionSchema, definitionHash: hex }),
  fact('judge-replaced', { judge: id, name: text }),
  fact('cue-taken', { cue: text, scene, reveals: v.array(revealSchema), exact: v.optional(v.array(exactSchema)) }),
  fact('cue-taken-back', { cue: text }),
  fact('scene-shown', { scene }),
  fact('points-tallied', { ...place, criterion: id, points: decimal }),
  fact('time-recorded', { ...place, seconds }),
  fact('factor-recorded', { ...place, factor: decimal }),
  fact('points-deducted', { id, ...place, points: decimal, reason }),
  fact('deduction-withdrawn', { id, reason }),
  fact('bonus-added', { id, ...place, points: decimal, reason }),
  fact('bonus-withdrawn', { id, reason }),
  fact('judge-excused', { ...sheet, reason }),
  fact('judge-recused', { ...sheet, reason }),
  fact('excuse-withdrawn', { ...sheet, reason }),
  fact('judge-left', { judge: id, reason, rounds: teamsByRound }),
  fact('judge-returned', { judge: id, reason, rounds: teamsByRound }),
  fact('team-withdrawn', {
    team: id,
    reason,
    disqualified: v.optional(v.literal(true)),
    stages: v.optional(v.array(id)),
  }),
  fact('sheet-submitted', { ...sheet, run: whole, revision: whole, marks }),
  fact('sheet-entered', { ...sheet, revision: whole, marks, request: id }),
  fact('sheet-reopened', { ...sheet, request: id }),
  fact('tie-broken', { stage: id, teams: v.array(id), reason, by: v.optional(v.literal('lot')) }),
  fact('question-tallied', { stage: id, question: id, team: id, points: decimal }),
  fact('stage-entered', { stage: id, from: id, teams: v.array(id) }),
  fact('award-given', { stage: id, award: id, team: id, reason }),
  fact('award-taken-back', { stage: id, award: id, team: id, reason }),
  fact('cut-decided', { stage: id, teams: v.array(id), reason }),
  fact('stage-certified', {
    stage: id,
    definitionHash: hex,
    rows: v.array(rowSchema),
    awards: v.optional(v.array(awardSchema)),
  }),
  fact('stage-reopened', { stage: id, request: id, reason }),
])
/** A fact that numbers, names or places follow from. */
export type Fact = v.InferOutput<typeof countedSchema>
export type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>

/** Facts from which no number follows. */
const silentSchema = v.variant('type', [
  fact('link-issued', { seat: text, codeHash: hex }),
  fact('session-opened', { seat: text, tokenHash: hex }),
  fact('timer-started', place),
  fact('timer-paused', place),
  fact('timer-reset', place),
  fact('order-set', { round: id, teams: v.array(id) }),
  fact('order-drawn', { round: id, teams: v.array(id) }),
  fact('noted', { text }),
  fact('reopen-requested', { request: id, ...sheet, reason }),
  fact('paper-sheet-requested', { request: id, ...sheet, marks, reason }),
  fact('stage-reopen-requested', { request: id, stage: id, reason }),
  fact('request-approved', { request: id }),
  fact('request-declined', { request: id, reason }),
])

function byType<Schema extends { entries: { type: { literal: string } } }>(options: readonly Schema[]) {
  return new Map(options.map((schema) => [schema.entries.type.literal, schema]))
}

const counted = byType(countedSchema.options)
const silent = byType(silentSchema.options)

/** Every type of fact that the verifier knows. */
export const knownFacts: readonly string[] = [...counted.keys(), ...silent.keys()]

export type ReadFact =
  | { readonly kind: 'counted'; readonly fact: Fact }
  | { readonly kind: 'silent' }
  /** `path` is where it is not as it should be; `null`: the type itself is not known. */
  | { readonly kind: 'unknown'; readonly type: string; readonly path: string | null }

export function readFact(stored: { readonly type: string }): ReadFact {
  const { type } = stored
  const schema = counted.get(type)
  const quiet = silent.get(type)
  if (schema !== undefined) {
    const parsed = v.safeParse(schema, stored)
    return parsed.success ? { kind: 'counted', fact: parsed.output } : unknown(type, parsed.issues)
  }
  if (quiet === undefined) return { kind: 'unknown', type, path: null }
  const parsed = v.safeParse(quiet, stored)
  return parsed.success ? { kind: 'silent' } : unknown(type, parsed.issues)
}

function unknown(type: string, [issue]: readonly [v.BaseIssue<unknown>, ...unknown[]]): ReadFact {
  return { kind: 'unknown', type, path: v.getDotPath(issue) ?? '' }
}
