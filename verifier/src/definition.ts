/**
 * The definition of a contest as the verifier reads it out of a ledger: names, and the rules of its stages. What it does not know of a
 * stage, a round, a criterion, a team or a judge it refuses; of the contest around them it reads what it shows. What an older history lacks has its default
 * (SPEC D-1, D-25).
 */
import * as v from 'valibot'
import type { RoundRules, StageRules } from './scoring/contest.ts'
import {
  attemptsSchema,
  awardSchema,
  combineSchema,
  outliersSchema,
  overtimeSchema,
  placingSchema,
  roundingSchema,
  tieBreakSchema,
} from './scoring/rules.ts'
import { decimal, id, positive, seconds, whole } from './shapes.ts'

const text = v.string()
const optionalText = v.optional(v.string())

const criterionSchema = v.strictObject({
  id,
  title: text,
  scale: v.strictObject({ min: v.optional(decimal, '0'), max: positive, step: v.optional(positive, '0.25') }),
  weight: v.optional(positive, '1'),
  scoredBy: v.optional(v.picklist(['judges', 'secretary']), 'judges'),
})

const roundSchema = v.strictObject({
  id,
  title: text,
  maximum: decimal,
  weight: v.optional(positive, '1'),
  panel: v.optional(v.union([v.literal('all'), v.array(id)]), 'all'),
  order: optionalText,
  criteria: v.pipe(v.array(criterionSchema), v.minLength(1)),
  judgeGroups: v.optional(
    v.array(v.strictObject({ id, title: optionalText, weight: v.optional(positive, '1'), judges: v.array(id) })),
    () => [],
  ),
  combine: v.optional(combineSchema, () => ({ method: 'mean' as const })),
  outliers: v.optional(outliersSchema, () => ({ rule: 'none' as const })),
  factor: v.optional(v.strictObject({ title: optionalText, min: positive, max: positive })),
  time: v.optional(
    v.strictObject({
      limitSeconds: v.optional(seconds),
      minimumSeconds: v.optional(seconds),
      warnSeconds: v.optional(v.array(seconds)),
    }),
    () => ({}),
  ),
  overtime: v.optional(overtimeSchema, () => ({ rule: 'none' as const })),
  undertime: v.optional(v.strictObject({ points: positive })),
})

const qualifiersSchema = v.strictObject({
  from: id,
  best: whole,
  perGroup: v.optional(v.boolean(), false),
  andBestOthers: v.optional(whole, 0),
  onTie: v.optional(v.picklist(['decide', 'all']), 'decide'),
})

const stageSchema = v.strictObject({
  id,
  title: text,
  entrants: v.optional(v.union([v.literal('all'), v.array(id), qualifiersSchema]), 'all'),
  carryOver: v.optional(v.array(v.strictObject({ stage: id, weight: v.optional(positive, '1') })), () => []),
  ownWeight: v.optional(positive, '1'),
  separately: v.optional(v.picklist(['group', 'category'])),
  rounds: v.array(roundSchema),
  attempts: v.optional(v.array(attemptsSchema), () => []),
  placing: v.optional(placingSchema, () => ({ method: 'total' as const })),
  rounding: v.optional(v.array(roundingSchema), () => []),
  compare: v.optional(v.picklist(['rounded', 'exact']), 'rounded'),
  ranking: v.optional(v.picklist(['standard', 'dense']), 'standard'),
  tieBreaks: v.optional(v.array(tieBreakSchema), () => []),
  reveal: optionalText,
  awards: v.optional(v.array(awardSchema), () => []),
})

const teamSchema = v.strictObject({
  id,
  name: text,
  shortName: optionalText,
  unit: optionalText,
  group: optionalText,
  category: optionalText,
})

const judgeSchema = v.strictObject({ id, name: text, title: optionalText, head: v.optional(v.boolean(), false) })

export const definitionSchema = v.looseObject({
  format: v.literal(1),
  id,
  title: text,
  edition: optionalText,
  organiser: optionalText,
  venue: optionalText,
  date: optionalText,
  language: v.optional(v.picklist(['vi', 'en']), 'vi'),
  teams: v.array(teamSchema),
  judges: v.array(judgeSchema),
  stages: v.array(stageSchema),
})

export type Definition = v.InferOutput<typeof definitionSchema>
export type Stage = Definition['stages'][number]
export type Round = Stage['rounds'][number]

export function roundIn(definition: Definition, id: string): Round | undefined {
  return definition.stages.flatMap(({ rounds }) => rounds).find((round) => round.id === id)
}

export function stageOfRound(definition: Definition, round: string): Stage | undefined {
  return definition.stages.find(({ rounds }) => rounds.some(({ id: own }) => own === round))
}

/** The judges who mark a round, in the definition's order; none where nothing of it is marked. */
export function panelOf({ judges }: Definition, { panel, criteria }: Round): string[] {
  if (criteria.every(({ scoredBy }) => scoredBy !== 'judges')) return []
  return judges.map((judge) => judge.id).filter((judge) => panel === 'all' || panel.includes(judge))
}

/** The group or category that a team is ranked in; `null` where all are ranked together (SPEC S-56). */
export function categoryOf({ teams }: Definition, { separately }: Stage, team: string): string | null {
  if (separately === undefined) return null
  return teams.find((one) => one.id === team)?.[separately] ?? ''
}

export function rulesOf({ judges }: Definition, stage: Stage): StageRules {
  const headJudge = judges.find(({ head }) => head)?.id ?? null
  const rounds = stage.rounds.map(
    (round): RoundRules => ({
      ...round,
      hasFactor: round.factor !== undefined,
      criteria: round.criteria.map((criterion) => ({ ...criterion, maximum: criterion.scale.max })),
    }),
  )
  return { ...stage, headJudge, rounds }
}
