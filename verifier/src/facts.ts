/**
 * The facts of a ledger, as far as numbers and names follow from them: shapes of the verifier's own. Facts that change no number are known by
 * name alone; any other is refused, since nobody can say what it would change.
 */
import * as v from 'valibot'
import { definitionSchema } from './definition.ts'

const id = v.string()
const reason = v.string()
const decimal = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/))
const shown = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/))
const place = { round: id, team: id }
const sheet = { ...place, judge: id }
const marks = v.record(id, decimal)
const teamsByRound = v.array(v.object({ round: id, teams: v.array(id) }))

const cut = v.strictObject({
  kind: v.picklist(['overtime', 'undertime', 'line']),
  points: shown,
  seconds: v.optional(v.number()),
  reason: v.optional(v.string()),
})

const decidedBy = v.nullable(
  v.strictObject({
    rule: v.string(),
    round: v.optional(id),
    criterion: v.optional(id),
    question: v.optional(id),
    reason: v.optional(v.string()),
  }),
)

/** A row of a table, as it was told or certified. */
const rowSchema = v.strictObject({
  kind: v.literal('row'),
  stage: id,
  team: id,
  category: v.optional(v.string()),
  rank: v.nullable(v.number()),
  total: v.nullable(shown),
  rounds: v.record(id, v.nullable(shown)),
  decidedBy,
  award: v.optional(v.string()),
  left: v.optional(v.picklist(['withdrawn', 'disqualified'])),
  certified: v.boolean(),
})
export type TableRow = v.InferOutput<typeof rowSchema>

const scoreSchema = v.strictObject({
  kind: v.literal('score'),
  round: id,
  team: id,
  score: v.nullable(shown),
  deductions: v.array(cut),
  bonuses: v.array(cut),
  rank: v.optional(v.nullable(v.number())),
})
export type ToldScore = v.InferOutput<typeof scoreSchema>
export type ToldCut = v.InferOutput<typeof cut>

const awardSchema = v.strictObject({
  kind: v.literal('award'),
  stage: id,
  award: id,
  title: v.string(),
  teams: v.array(id),
  main: v.boolean(),
})
export type AwardRow = v.InferOutput<typeof awardSchema>

function fact<const Type extends string, const Entries extends v.ObjectEntries>(type: Type, entries: Entries) {
  return v.looseObject({ type: v.literal(type), ...entries })
}

const countedSchema = v.variant('type', [
  fact('contest-created', { definition: definitionSchema, definitionHash: v.string() }),
  fact('contest-redefined', { definition: definitionSchema, definitionHash: v.string() }),
  fact('judge-replaced', { judge: id, name: v.string() }),
  fact('cue-taken', {
    reveals: v.array(v.variant('kind', [rowSchema, scoreSchema, awardSchema])),
    exact: v.optional(v.array(v.looseObject({ ...place, score: v.string() }))),
  }),
  fact('cue-taken-back', {}),
  fact('scene-shown', {}),
  fact('points-tallied', { ...place, criterion: id, points: decimal }),
  fact('time-recorded', { ...place, seconds: v.number() }),
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
  fact('sheet-submitted', { ...sheet, marks }),
  fact('sheet-entered', { ...sheet, marks }),
  fact('sheet-reopened', { ...sheet }),
  fact('tie-broken', { stage: id, teams: v.array(id), reason, by: v.optional(v.literal('lot')) }),
  fact('question-tallied', { stage: id, question: id, team: id, points: decimal }),
  fact('stage-entered', { stage: id, from: id, teams: v.array(id) }),
  fact('award-given', { stage: id, award: id, team: id, reason }),
  fact('award-taken-back', { stage: id, award: id, team: id, reason }),
  fact('cut-decided', { stage: id, teams: v.array(id), reason }),
  fact('stage-certified', {
    stage: id,
    definitionHash: v.string(),
    rows: v.array(rowSchema),
    awards: v.optional(v.array(awardSchema)),
  }),
  fact('stage-reopened', { stage: id, reason }),
])
/** A fact that numbers, names or places follow from. */
export type Fact = v.InferOutput<typeof countedSchema>
export type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>

const schemas = new Map<string, (typeof countedSchema.options)[number]>(
  countedSchema.options.map((schema) => [schema.entries.type.literal, schema]),
)

/** Facts from which no number follows. */
const silent: ReadonlySet<string> = new Set([
  ...['link-issued', 'session-opened', 'timer-started', 'timer-paused', 'timer-reset'],
  ...['order-set', 'order-drawn', 'noted', 'reopen-requested', 'paper-sheet-requested', 'stage-reopen-requested'],
  ...['request-approved', 'request-declined'],
])

/** Every type of fact that the verifier knows. */
export const knownFacts: readonly string[] = [...schemas.keys(), ...silent]

export type ReadFact =
  | { readonly kind: 'counted'; readonly fact: Fact }
  | { readonly kind: 'silent' }
  /** `path` is where it is not as it should be; `null`: the type itself is not known. */
  | { readonly kind: 'unknown'; readonly type: string; readonly path: string | null }

export function readFact(stored: { readonly type: string }): ReadFact {
  const { type } = stored
  if (silent.has(type)) return { kind: 'silent' }
  const schema = schemas.get(type)
  if (schema === undefined) return { kind: 'unknown', type, path: null }
  const parsed = v.safeParse(schema, stored)
  if (parsed.success) return { kind: 'counted', fact: parsed.output }
  return { kind: 'unknown', type, path: v.getDotPath(parsed.issues[0]) ?? '' }
}
