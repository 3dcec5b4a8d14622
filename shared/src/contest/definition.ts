/**
 * The definition of a contest, format 1: its schema with every default, and `parseDefinition`, which names every problem.
 *
 * What this version does not know is refused with its path and never ignored: a contest must not discover on stage that a rule of its regulation was dropped in silence. Rules about several fields stand in `cross-checks.ts`.
 */
import * as v from 'valibot'
import {
  attemptsSchema,
  awardsSchema,
  combineSchema,
  compareSchema,
  outliersSchema,
  overtimeSchema,
  placingSchema,
  rankingSchema,
  roundingsSchema,
  tieBreaksSchema,
  undertimeSchema,
} from '../scoring/schemas.ts'
import { crossChecks } from './cross-checks.ts'
import { papersSchema } from './papers.ts'
import { dateSchema, decimalSchema, idSchema, positiveDecimalSchema, secondsSchema, textSchema } from './primitives.ts'
import { type Problem, problemsOf } from './problems.ts'

/** Bounds of a definition: the largest contests seen have 63 teams; a vote of a hall of judges is what 2,000 leaves room for. */
export const definitionLimits = {
  teams: 200,
  judges: 2000,
  stages: 6,
  rounds: 12,
  criteria: 40,
  judgeGroups: 40,
  sessions: 20,
} as const

const teamSchema = v.strictObject({
  id: idSchema,
  name: textSchema(120),
  shortName: v.optional(textSchema(24)),
  unit: v.optional(textSchema(120)),
  group: v.optional(textSchema(24)),
  category: v.optional(textSchema(40)),
})

const judgeSchema = v.strictObject({
  id: idSchema,
  name: textSchema(80),
  title: v.optional(textSchema(80)),
  head: v.optional(v.boolean(), false),
})

const criterionSchema = v.strictObject({
  id: idSchema,
  title: textSchema(160),
  scale: v.strictObject({
    min: v.optional(decimalSchema, '0'),
    max: positiveDecimalSchema,
    step: v.optional(positiveDecimalSchema, '0.25'),
  }),
  weight: v.optional(positiveDecimalSchema, '1'),
  scoredBy: v.optional(v.picklist(['judges', 'secretary']), 'judges'),
})

const timeSchema = v.strictObject({
  limitSeconds: v.optional(v.pipe(secondsSchema, v.minValue(1))),
  minimumSeconds: v.optional(secondsSchema, 0),
  warnSeconds: v.optional(v.pipe(v.array(secondsSchema), v.maxLength(6)), () => []),
})

/** Judges who speak with one voice: the mean of their marks (SPEC S-37). */
const judgeGroupSchema = v.strictObject({
  id: idSchema,
  title: v.optional(textSchema(80)),
  weight: v.optional(positiveDecimalSchema, '1'),
  judges: v.pipe(v.array(idSchema), v.minLength(1)),
})

/** What the secretary records for each team, such as a degree of difficulty, and the points are multiplied by (SPEC S-40). */
const factorSchema = v.strictObject({
  title: v.optional(textSchema(80)),
  min: positiveDecimalSchema,
  max: positiveDecimalSchema,
})

const roundSchema = v.strictObject({
  id: idSchema,
  title: textSchema(120),
  maximum: positiveDecimalSchema,
  weight: v.optional(positiveDecimalSchema, '1'),
  panel: v.optional(v.union([v.literal('all'), v.pipe(v.array(idSchema), v.minLength(1))]), 'all'),
  order: v.optional(v.picklist(['listed', 'drawn']), 'listed'),
  criteria: v.pipe(v.array(criterionSchema), v.minLength(1), v.maxLength(definitionLimits.criteria)),
  judgeGroups: v.optional(v.pipe(v.array(judgeGroupSchema), v.maxLength(definitionLimits.judgeGroups)), () => []),
  combine: combineSchema,
  outliers: outliersSchema,
  factor: v.optional(factorSchema),
  time: v.optional(timeSchema, {}),
  overtime: overtimeSchema,
  undertime: v.optional(undertimeSchema),
})

/** A stage before this one whose certified totals count here (SPEC S-42). */
const carryOverSchema = v.strictObject({ stage: idSchema, weight: v.optional(positiveDecimalSchema, '1') })

/** Who comes on from a stage before this one (SPEC S-58, S-59). */
const qualifiersSchema = v.strictObject({
  from: idSchema,
  best: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(definitionLimits.teams)),
  /** `best` of each group or category of that stage, instead of all together. */
  perGroup: v.optional(v.boolean(), false),
  /** And so many more: the best of those left over from all groups, by their totals. */
  andBestOthers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(definitionLimits.teams)), 0),
  /** Who is equal across the cut: the head judge decides, or all of them come on. */
  onTie: v.optional(v.picklist(['decide', 'all']), 'decide'),
})
export type Qualifiers = v.InferOutput<typeof qualifiersSchema>

const stageSchema = v.strictObject({
  id: idSchema,
  title: textSchema(120),
  entrants: v.optional(v.union([v.literal('all'), v.pipe(v.array(idSchema), v.minLength(1)), qualifiersSchema]), 'all'),
  carryOver: v.optional(v.pipe(v.array(carryOverSchema), v.maxLength(definitionLimits.stages)), () => []),
  ownWeight: v.optional(positiveDecimalSchema, '1'),
  separately: v.optional(v.picklist(['group', 'category'])),
  rounds: v.pipe(v.array(roundSchema), v.minLength(1), v.maxLength(definitionLimits.rounds)),
  attempts: attemptsSchema,
  placing: placingSchema,
  rounding: roundingsSchema,
  compare: compareSchema,
  ranking: rankingSchema,
  tieBreaks: tieBreaksSchema,
  reveal: v.optional(v.picklist(['live', 'after-team', 'after-round', 'ceremony']), 'after-team'),
  awards: awardsSchema,
})

/** A session (buổi): where the day is cut, for the programme and the screen. It begins with a team of a round, counted in running order. */
const sessionSchema = v.strictObject({
  id: idSchema,
  title: textSchema(120),
  date: v.optional(dateSchema),
  /** `07:30`. */
  time: v.optional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-format'))),
  round: idSchema,
  place: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(definitionLimits.teams)), 1),
})

/** The schema of a definition as people write it; its output has every default filled in. */
export const definitionSchema = v.strictObject({
  format: v.literal(1, 'unsupported'),
  id: idSchema,
  title: textSchema(200),
  edition: v.optional(textSchema(80)),
  organiser: v.optional(textSchema(160)),
  venue: v.optional(textSchema(160)),
  date: v.optional(dateSchema),
  language: v.optional(v.picklist(['vi', 'en']), 'vi'),
  teams: v.pipe(v.array(teamSchema), v.minLength(1), v.maxLength(definitionLimits.teams)),
  judges: v.pipe(v.array(judgeSchema), v.minLength(1), v.maxLength(definitionLimits.judges)),
  sessions: v.optional(v.pipe(v.array(sessionSchema), v.maxLength(definitionLimits.sessions)), () => []),
  stages: v.pipe(v.array(stageSchema), v.minLength(1), v.maxLength(definitionLimits.stages)),
  papers: v.optional(papersSchema, {}),
})

export type DefinitionInput = v.InferInput<typeof definitionSchema>
export type Definition = v.InferOutput<typeof definitionSchema>
export type Stage = Definition['stages'][number]
export type Round = Stage['rounds'][number]
export type Criterion = Round['criteria'][number]
export type Scale = Criterion['scale']
export type Team = Definition['teams'][number]
export type Judge = Definition['judges'][number]
export type Session = Definition['sessions'][number]
export type RevealPolicy = Stage['reveal']

export type DefinitionParse =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Parses a definition from outside. On failure it names every problem, not only the first. */
export function parseDefinition(input: unknown): DefinitionParse {
  const parsed = v.safeParse(definitionSchema, input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.issues) }
  const problems = crossChecks(parsed.output)
  return problems.length === 0 ? { ok: true, definition: parsed.output } : { ok: false, problems }
}
