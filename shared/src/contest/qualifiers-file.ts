/**
 * The file in which a contest names who goes on to the contest one level up, and the teams of that contest made of several such files. It carries
 * places and totals as certified, so that the level above can see what it was sent; there, they count for nothing.
 */
import * as v from 'valibot'
import type { DefinitionInput } from './definition.ts'
import { dateSchema, decimalSchema, idSchema, textSchema } from './primitives.ts'
import { type Problem, problemsOf } from './problems.ts'

const qualifierSchema = v.strictObject({
  id: idSchema,
  name: textSchema(120),
  shortName: v.optional(textSchema(24)),
  unit: v.optional(textSchema(120)),
  group: v.optional(textSchema(24)),
  category: v.optional(textSchema(40)),
  rank: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** As it was announced. */
  total: decimalSchema,
})

export const qualifiersFileSchema = v.strictObject({
  qualifiers: v.literal(1, 'unsupported'),
  contest: v.strictObject({
    id: idSchema,
    title: textSchema(200),
    organiser: v.optional(textSchema(160)),
    date: v.optional(dateSchema),
  }),
  stage: v.strictObject({ id: idSchema, title: textSchema(120) }),
  /** The certification in the history of that contest. */
  certified: v.strictObject({ number: v.pipe(v.number(), v.integer(), v.minValue(1)), hash: v.string() }),
  teams: v.pipe(v.array(qualifierSchema), v.minLength(1)),
})
export type QualifiersFile = v.InferOutput<typeof qualifiersFileSchema>

export type QualifiersParse =
  | { readonly ok: true; readonly file: QualifiersFile }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A file from outside; on failure every problem with its path. */
export function parseQualifiers(input: unknown): QualifiersParse {
  const parsed = v.safeParse(qualifiersFileSchema, input)
  return parsed.success ? { ok: true, file: parsed.output } : { ok: false, problems: problemsOf(parsed.issues) }
}

type TeamInput = DefinitionInput['teams'][number]

/**
 * The teams of the contest one level up, file after file, best first (SPEC D-23). Who sent a team becomes its unit where it has none; a taken id
 * gets a number, and equal names the unit behind them, so that no two teams look alike on the screen. Groups are drawn anew one level up.
 */
export function teamsFrom(files: readonly QualifiersFile[]): TeamInput[] {
  const sent = files.flatMap(({ contest, teams }) =>
    teams.map(({ rank: _rank, total: _total, group: _group, ...team }) => ({
      ...team,
      unit: team.unit ?? (contest.organiser ?? contest.title).slice(0, 120),
    })),
  )
  const ids = new Set<string>()
  return sent.map((team) => {
    const isAlone = sent.filter(({ name }) => name === team.name).length === 1
    return {
      ...team,
      id: freshId(team.id, ids),
      name: isAlone ? team.name : `${team.name} (${team.unit})`.slice(0, 120),
    }
  })
}

function freshId(id: string, taken: Set<string>): string {
  let fresh = id
  for (let next = 2; taken.has(fresh); next++) fresh = `${id.slice(0, 36)}-${next}`
  taken.add(fresh)
  return fresh
}

/** True when two files come from the same stage of the same contest. */
export function isSameSource(a: QualifiersFile, b: QualifiersFile): boolean {
  return a.contest.id === b.contest.id && a.stage.id === b.stage.id
}
