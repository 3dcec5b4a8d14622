/**
 * The golden case and its extra lines, read and checked: inputs and hand-computed answers, never anything that the
 * engine computed. `definition` is a whole contest definition, so that the same case can be played through real pages;
 * `definitionFor` fills in one cell of the table.
 */
import { readFileSync } from 'node:fs'
import { combineSchema, outliersSchema, overtimeSchema, roundingsSchema } from '@bang-diem/shared/scoring/schemas.ts'
import * as v from 'valibot'

const decimal = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/))
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0))
const marks = v.record(v.string(), decimal)
const time = v.strictObject({ limitSeconds: v.optional(seconds), minimumSeconds: v.optional(seconds) })

const definitionSchema = v.looseObject({
  id: v.string(),
  teams: v.array(v.looseObject({ id: v.string(), name: v.string() })),
  judges: v.array(v.looseObject({ id: v.string(), head: v.optional(v.boolean(), false) })),
  stages: v.tuple([
    v.looseObject({
      id: v.string(),
      rounds: v.array(
        v.looseObject({
          id: v.string(),
          title: v.string(),
          maximum: decimal,
          weight: decimal,
          criteria: v.array(
            v.looseObject({
              id: v.string(),
              scale: v.strictObject({ min: decimal, max: decimal, step: decimal }),
              weight: decimal,
              scoredBy: v.picklist(['judges', 'secretary']),
            }),
          ),
          time: v.optional(time, {}),
        }),
      ),
      rounding: roundingsSchema,
    }),
  ]),
})

const performanceSchema = v.strictObject({
  round: v.string(),
  team: v.string(),
  /** In the panel's order; the excused are in `excused`. */
  sheets: v.array(v.strictObject({ judge: v.string(), marks })),
  excused: v.array(v.strictObject({ judge: v.string(), reason: v.string() })),
  tallied: marks,
  /** The whole performance, not the excess. */
  seconds: v.nullable(seconds),
})

const expectedSchema = v.strictObject({
  combine: v.string(),
  overtime: v.string(),
  /** Best first; `rounds` holds each round's score after deductions. */
  teams: v.array(
    v.strictObject({ team: v.string(), rank: v.number(), total: decimal, rounds: v.record(v.string(), decimal) }),
  ),
})

const caseSchema = v.strictObject({
  about: v.string(),
  definition: definitionSchema,
  combine: v.record(v.string(), v.strictObject({ combine: combineSchema, outliers: outliersSchema })),
  overtime: v.record(v.string(), overtimeSchema),
  performances: v.array(performanceSchema),
  expected: v.array(expectedSchema),
})

const lineRoundSchema = v.strictObject({
  id: v.string(),
  maximum: decimal,
  weight: decimal,
  criteria: v.array(
    v.strictObject({
      id: v.string(),
      weight: decimal,
      maximum: decimal,
      scoredBy: v.picklist(['judges', 'secretary']),
    }),
  ),
  combine: combineSchema,
  outliers: outliersSchema,
})

const linesSchema = v.strictObject({
  about: v.string(),
  lines: v.array(
    v.strictObject({
      case: v.string(),
      rounding: roundingsSchema,
      rounds: v.array(lineRoundSchema),
      inputs: v.array(
        v.strictObject({
          round: v.string(),
          sheets: v.array(v.strictObject({ judge: v.string(), marks })),
          seconds: v.nullable(seconds),
          deductions: v.array(v.strictObject({ id: v.string(), points: decimal, reason: v.string() })),
        }),
      ),
      total: decimal,
    }),
  ),
  overtime: v.array(
    v.strictObject({
      case: v.string(),
      overtime: overtimeSchema,
      deductions: v.array(v.strictObject({ excessSeconds: seconds, points: decimal })),
    }),
  ),
  bounds: v.strictObject({
    case: v.string(),
    time,
    readings: v.array(v.strictObject({ seconds, belowMinimum: v.boolean(), overLimit: v.boolean() })),
  }),
})

export type GoldenCase = v.InferOutput<typeof caseSchema>
export type GoldenCell = GoldenCase['expected'][number]
export type GoldenLines = v.InferOutput<typeof linesSchema>

/** Throws `ValiError` when the fixture does not have its shape. */
export function readGoldenCase(): GoldenCase {
  return v.parse(caseSchema, read('./dan-van-kheo.json'))
}

/** Throws `ValiError` when the fixture does not have its shape. */
export function readGoldenLines(): GoldenLines {
  return v.parse(linesSchema, read('./lines.json'))
}

/** The contest's definition with one cell's combining and overtime rules in every round that they concern. */
export function definitionFor({ definition, combine, overtime }: GoldenCase, cell: GoldenCell) {
  const chosen = v.parse(v.object({ combine: combineSchema, outliers: outliersSchema }), combine[cell.combine])
  const late = v.parse(overtimeSchema, overtime[cell.overtime])
  const [stage] = definition.stages
  const rounds = stage.rounds.map((round) => {
    const judged = round.criteria.some(({ scoredBy }) => scoredBy === 'judges')
    return { ...round, ...(judged ? chosen : {}), ...(round.time.limitSeconds === undefined ? {} : { overtime: late }) }
  })
  return { ...definition, stages: [{ ...stage, rounds }] }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
}
