/** The hub's HTTP calls that pages make, each typed by the schema of its answer. */
import * as v from 'valibot'
import { type ApiOutcome, get, post } from './http.ts'

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
