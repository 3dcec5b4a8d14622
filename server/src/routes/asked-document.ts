/** Which document somebody asks for: read from the address, and checked against the contest. It makes nothing and sends nothing. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { type Problem, problemsOf } from '@bang-diem/shared/contest/problems.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import * as v from 'valibot'
import { type AnyKind, type Document, documentsOf, idsOf } from '../documents/about.ts'
import type { About, Format } from '../documents/document.ts'
import { kindCalled } from '../documents/registry.ts'

export interface NamedDocument {
  readonly kind: AnyKind
  readonly format: Format
}

/** `minutes.pdf`; undefined when there is no such kind, or not in that format. */
export function documentNamed(name: string): NamedDocument | undefined {
  const dot = name.lastIndexOf('.')
  const kind = kindCalled(name.slice(0, dot))
  const format = kind?.formats.find((each) => each === name.slice(dot + 1))
  return kind && format && { kind, format }
}

export interface AskedDocument {
  readonly about: About
  readonly team: string | null
  readonly judge: string | null
  readonly number: string | null
  readonly language: Language
}

export type Asked =
  | { readonly ok: true; readonly asked: AskedDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly refusal: Refusal }

interface Query {
  readonly stage?: string | undefined
  readonly round?: string | undefined
  readonly team?: string | undefined
  readonly judge?: string | undefined
  readonly number?: string | undefined
  readonly language?: Language | undefined
}

const id = v.optional(v.string())
const wholeQuery = v.strictObject({
  stage: id,
  round: id,
  team: id,
  judge: id,
  number: v.optional(v.pipe(v.string(), v.regex(/^(?!0+$)\d{1,4}$/, 'bad-format'))),
  language: v.optional(v.picklist(['vi', 'en'])),
})
const subjectKeys = { contest: [], stage: ['stage'], round: ['stage', 'round'] } as const

/** What would be passed over is refused: whoever asked would take the paper for something else. */
function querySchema({ about, takes }: AnyKind): v.GenericSchema<unknown, Query> {
  return v.pick(wholeQuery, ['language', ...subjectKeys[about], ...takes])
}

/** What the query of an address asks of a kind (SPEC W-11). */
export function askedIn(query: object, kind: AnyKind, definition: Definition): Asked {
  const parsed = v.safeParse(querySchema(kind), { ...query })
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.issues) }
  const { team = null, judge = null, number = null, language = definition.language } = parsed.output
  const document = wanted(documentsOf(kind, definition), kind, parsed.output)
  if ('code' in document) return { ok: false, refusal: document }
  const { about } = document
  const refusal = unknownPerson(definition, about, parsed.output)
  return refusal ? { ok: false, refusal } : { ok: true, asked: { about, team, judge, number, language } }
}

/** The last stage, or the only round, where none is named. */
function wanted(documents: readonly Document[], { about }: AnyKind, { stage, round }: Query): Document | Refusal {
  const [field, id] = about === 'round' ? (['round', round] as const) : (['stage', stage] as const)
  const isSure = about !== 'round' || documents.length === 1
  const found =
    id === undefined && isSure ? documents.at(-1) : documents.find((each) => idsOf(each.about)[field] === id)
  if (!found) return { code: 'reference-unknown', field, id: id ?? '' }
  const isElsewhere = stage !== undefined && idsOf(found.about).stage !== stage
  return isElsewhere ? { code: 'reference-unknown', field: 'stage', id: stage } : found
}

/** Why there is no paper of this team or judge alone. */
function unknownPerson(definition: Definition, about: About, { team, judge }: Query): Refusal | undefined {
  const { teams, judges, entrants, panelSets } = lookupsOf(definition)
  if (team !== undefined && !teams.has(team)) return { code: 'reference-unknown', field: 'team', id: team }
  if (judge !== undefined && !judges.has(judge)) return { code: 'reference-unknown', field: 'judge', id: judge }
  if (about.kind === 'contest') return undefined
  const { stage } = about
  if (team !== undefined && !entrants.get(stage.id)?.includes(team)) {
    return { code: 'team-not-entered', team, stage: stage.id }
  }
  if (about.kind !== 'round' || judge === undefined || panelSets.get(about.round.id)?.has(judge)) return undefined
  return { code: 'judge-not-on-panel', round: about.round.id, judge }
}
