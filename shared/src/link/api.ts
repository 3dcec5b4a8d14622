/** The hub's HTTP calls that pages make, each typed by the schema of its answer. */
import * as v from 'valibot'
import { type QualifiersFile, qualifiersFileSchema } from '../contest/qualifiers-file.ts'
import { type ApiOutcome, get, post, postFile } from './http.ts'

const contestsSchema = v.array(
  v.object({ id: v.string(), title: v.string(), edition: v.optional(v.string()), date: v.optional(v.string()) }),
)
export type ContestListed = v.InferOutput<typeof contestsSchema>[number]

const linksSchema = v.object({
  console: v.string(),
  secretary: v.string(),
  mc: v.string(),
  display: v.string(),
  judges: v.record(v.string(), v.string()),
})
const createdSchema = v.object({ id: v.string(), links: linksSchema })
export type Created = v.InferOutput<typeof createdSchema>

const linkSchema = v.object({ link: v.string() })

const presetsSchema = v.array(
  v.object({
    id: v.string(),
    title: v.object({ vi: v.string(), en: v.string() }),
    /** Goes back to the hub as it came, after the organiser's changes; the hub checks it. */
    definition: v.looseObject({ id: v.string(), title: v.string() }),
  }),
)
export type Preset = v.InferOutput<typeof presetsSchema>[number]

export type LinkRole = 'judge' | 'mc' | 'secretary' | 'organiser'

/** The contests of this hub, the newest first. */
export function listContests(): Promise<ApiOutcome<ContestListed[]>> {
  return get('/api/contests', contestsSchema)
}

/** `key` is the organiser key. Asked twice, the second answer would be that the id is taken, and the links be lost. A definition from a file or a preset goes as it is: the hub checks it and names every problem. */
export function createContest(key: string, definition: unknown): Promise<ApiOutcome<Created>> {
  return post('/api/contests', createdSchema, definition, { auth: key, repeatable: false })
}

/** A fresh link for a seat; the old one and its devices are out at once. */
export function reissueLink(
  auth: string,
  contest: string,
  role: LinkRole,
  judge?: string,
): Promise<ApiOutcome<{ link: string }>> {
  const seat = judge === undefined ? { role } : { role, judge }
  return post(`/api/contests/${encodeURIComponent(contest)}/seats`, linkSchema, seat, { auth, repeatable: true })
}

/** Contests to start from. */
export function presets(auth?: string): Promise<ApiOutcome<Preset[]>> {
  return get('/api/presets', presetsSchema, auth)
}

const explanationSchema = v.object({
  team: v.string(),
  parts: v.array(
    v.object({ title: v.string(), lines: v.array(v.object({ text: v.string(), isDetail: v.boolean() })) }),
  ),
})
export type ExplanationReceived = v.InferOutput<typeof explanationSchema>

/** Why a team stands where it stands, in words. */
export function explanationOf(
  auth: string,
  contest: string,
  query: { readonly stage: string; readonly team: string; readonly language: 'vi' | 'en' },
): Promise<ApiOutcome<ExplanationReceived>> {
  const asked = new URLSearchParams(query)
  return get(`/api/contests/${encodeURIComponent(contest)}/explanation?${asked}`, explanationSchema, auth)
}

export interface QualifiersQuery {
  readonly stage: string
  readonly best: number
  readonly perGroup: boolean
  readonly onTie: 'decide' | 'all'
}

/** Who goes on from a certified stage to the contest one level up. */
export function qualifiersOf(
  auth: string,
  contest: string,
  query: QualifiersQuery,
): Promise<ApiOutcome<QualifiersFile>> {
  const asked = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  return get(`/api/contests/${encodeURIComponent(contest)}/qualifiers?${asked}`, qualifiersFileSchema, auth)
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The definition in a workbook, checked. `auth` is the organiser key, or a session of the organiser of `contest`. */
export function definitionInWorkbook(
  auth: string,
  file: Blob,
  contest?: string,
): Promise<ApiOutcome<{ definition: unknown }>> {
  const query = contest === undefined ? '' : `?contest=${encodeURIComponent(contest)}`
  const schema = v.object({ definition: v.unknown() })
  return postFile(`/api/workbook${query}`, schema, file, { auth, type: workbookType })
}

/** The present definition. `auth` is a session of the organiser or the secretary. */
export function presentDefinition(
  auth: string,
  contest: string,
): Promise<ApiOutcome<Readonly<Record<string, unknown>>>> {
  return get(`/api/contests/${encodeURIComponent(contest)}/definition.json`, v.record(v.string(), v.unknown()), auth)
}

/** An empty workbook to fill in, or a preset as one. */
export function workbookAddress(language: string, preset?: string): string {
  const name = preset === undefined ? 'empty.xlsx?' : `example.xlsx?preset=${encodeURIComponent(preset)}&`
  return `/api/workbook/${name}language=${language}`
}
