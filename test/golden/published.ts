/**
 * Published worked examples, read and checked: what a contest's judges gave beside the figures that were printed for it, so that the engine is
 * held against numbers that nobody made for it. It computes nothing, and what is printed is never changed to fit.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { combineSchema } from '@bang-diem/shared/scoring/combine/registry.ts'
import { outliersSchema } from '@bang-diem/shared/scoring/outliers/registry.ts'
import { compareSchema, placingSchema, rankingSchema, roundingsSchema } from '@bang-diem/shared/scoring/schemas.ts'
import { idText, pointsText, positiveText } from '@bang-diem/shared/scoring/texts.ts'
import { tieBreakSchema } from '@bang-diem/shared/scoring/tie-breaks/registry.ts'
import type { RoundRules, StageRules } from '@bang-diem/shared/scoring/types.ts'
import * as v from 'valibot'

/** Words with spaces between them: an array of marks would take a line for each. */
const words = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? [] : text.split(' '))),
)
const decimals = v.pipe(words, v.array(pointsText))
/** In the order of the judges; `-` where one of them gave nothing. */
const byJudge = v.pipe(
  words,
  v.transform((list) => list.map((word) => (word === '-' ? null : word))),
  v.array(v.nullable(pointsText)),
)

const criterion = v.strictObject({
  id: idText,
  weight: v.optional(positiveText, '1'),
  maximum: v.optional(positiveText, '100'),
  scoredBy: v.optional(v.picklist(['judges', 'secretary']), 'judges'),
})

const roundEntries = {
  weight: v.optional(positiveText),
  criteria: v.optional(v.array(criterion)),
  hasFactor: v.optional(v.boolean()),
  combine: v.optional(combineSchema),
  outliers: v.optional(outliersSchema),
}

const stageSchema = v.strictObject({
  /** What the rounds have in common. */
  everyRound: v.optional(v.strictObject(roundEntries), {}),
  rounds: v.array(v.strictObject({ id: idText, ...roundEntries })),
  /** More rounds than a definition may have of them: a season has sixteen races. */
  attempts: v.optional(v.array(v.strictObject({ rounds: words, keep: v.number() })), []),
  carryOver: v.optional(v.array(v.strictObject({ stage: idText, weight: positiveText })), []),
  ownWeight: v.optional(positiveText, '1'),
  placing: placingSchema,
  rounding: roundingsSchema,
  compare: compareSchema,
  ranking: rankingSchema,
  tieBreaks: v.optional(v.array(tieBreakSchema), []),
})

const recordedSchema = v.strictObject({
  /** By criterion. */
  marks: v.optional(v.record(idText, byJudge), {}),
  /** In the order of the criteria that the secretary scores. */
  tallied: v.optional(decimals, ''),
  factor: v.optional(positiveText),
  deductions: v.optional(decimals, ''),
})

const figure = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/))
const byRound = v.optional(v.record(v.string(), figure), {})

const printedSchema = v.strictObject({
  team: v.string(),
  rank: v.optional(figure),
  total: v.optional(figure),
  /** The score of a round, and the rank in it. */
  rounds: byRound,
  roundRanks: byRound,
  /** What a round gives where places come from ranks. */
  figures: byRound,
  /** By round, then by criterion. */
  criteria: v.optional(v.record(v.string(), v.record(v.string(), figure)), {}),
  /** By round: what each judge's value counts as, whole sheets. `-` where nothing was printed. */
  values: v.optional(v.record(v.string(), byJudge), {}),
  /** Some of the rounds together, see `parts`. */
  parts: byRound,
  /** The rule that parted the team from its equals, and its figure under that rule. */
  decidedBy: v.optional(v.strictObject({ rule: v.string(), figure: v.optional(figure) })),
})

const exampleSchema = v.strictObject({
  topic: v.string(),
  /** The rules of SPEC.md that it is about. */
  rules: v.pipe(v.string(), v.regex(/^S-\d+( S-\d+)*$/)),
  source: v.strictObject({ title: v.string(), publisher: v.string(), year: v.string(), where: v.string() }),
  about: v.string(),
  stage: stageSchema,
  judges: v.optional(words, ''),
  /** Rounds that were printed together under one name. */
  parts: v.optional(v.record(v.string(), words), {}),
  /** `mean`: equals are printed with the mean of the places that they take up, and not with the best of them. */
  sharedRanks: v.optional(v.picklist(['best', 'mean']), 'best'),
  teams: v.array(
    v.strictObject({
      id: v.string(),
      name: v.optional(v.string()),
      /** Totals of earlier stages. */
      carried: v.optional(v.record(v.string(), pointsText), {}),
      /** A round that the team has nothing in is left out. */
      rounds: v.record(v.string(), recordedSchema),
    }),
  ),
  printed: v.array(printedSchema),
  /** Who came on: the best so many, and everybody equal to the last of them. */
  cut: v.optional(v.strictObject({ best: v.number(), equal: words, cameOn: words })),
  /** Figures that were not printed: they follow from those that were, or were computed by hand from the same rule. */
  derived: v.optional(v.array(printedSchema), []),
})

export type PublishedFile = v.InferOutput<typeof exampleSchema>
export type PublishedTeam = PublishedFile['teams'][number]
export type PrintedRow = PublishedFile['printed'][number]

export type PublishedExample = Omit<PublishedFile, 'stage'> & { readonly file: string; readonly stage: StageRules }

/** All of them, by name. Throws when one does not have its shape, and names it. */
export function readPublished(): PublishedExample[] {
  const folder = new URL('./published/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => {
    const { success, output, issues } = v.safeParse(
      exampleSchema,
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    )
    if (!success) throw new Error(`${file} is not an example: ${v.summarize(issues)}`)
    return { ...output, file, stage: stageRules(output.stage) }
  })
}

function stageRules({ everyRound, rounds, ...stage }: PublishedFile['stage']): StageRules {
  return { ...stage, headJudge: null, rounds: rounds.map((round) => roundRules({ ...everyRound, ...round })) }
}

function roundRules({ id, ...given }: PublishedFile['stage']['rounds'][number]): RoundRules {
  return {
    id,
    weight: given.weight ?? '1',
    criteria: given.criteria ?? [],
    judgeGroups: [],
    hasFactor: given.hasFactor ?? false,
    combine: given.combine ?? { method: 'mean', over: 'sheet' },
    outliers: given.outliers ?? { rule: 'none' },
    overtime: { rule: 'none' },
    time: {},
  }
}
