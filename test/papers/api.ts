/**
 * What the hub answers about one contest to whoever holds the organiser key: the definition, the standings with their derivation, the desk's view.
 * It is all that papers are compared with.
 */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import * as v from 'valibot'
import type { HubProcess } from '../harness/hub-process.ts'
import { join, post } from '../robot/api.ts'
import { Page } from '../robot/page.ts'

const maybe = v.optional(v.nullable(v.string()))
const stepSchema = v.looseObject({
  kind: v.string(),
  round: maybe,
  criterion: maybe,
  judge: maybe,
  treatment: maybe,
  exact: maybe,
  shown: maybe,
  given: maybe,
  factor: maybe,
  stage: maybe,
  source: maybe,
  reason: maybe,
  seconds: v.optional(v.nullable(v.number())),
})
const rowSchema = v.object({
  rank: v.nullable(v.number()),
  team: v.string(),
  total: v.nullable(v.string()),
  rounds: v.record(v.string(), v.looseObject({ score: v.nullable(v.string()) })),
  explain: v.array(stepSchema),
  notMarking: v.array(v.object({ round: v.string(), judge: v.string(), reason: v.string() })),
})
const standingsSchema = v.object({ stage: v.string(), rows: v.array(rowSchema) })
const explanationSchema = v.object({
  parts: v.array(
    v.object({ title: v.string(), lines: v.array(v.object({ text: v.string(), isDetail: v.boolean() })) }),
  ),
})
const offeredSchema = v.looseObject({
  name: v.string(),
  stage: v.optional(v.string()),
  round: v.optional(v.string()),
  fromLinks: v.optional(v.boolean()),
  formats: v.array(v.picklist(['pdf', 'xlsx', 'csv'])),
  lacks: v.array(v.looseObject({ code: v.string() })),
})
const listSchema = v.object({ documents: v.array(offeredSchema) })
const commitSchema = v.looseObject({
  number: v.number(),
  at: v.number(),
  hash: v.string(),
  facts: v.array(v.looseObject({ type: v.string() })),
})

export type StandingsRow = v.InferOutput<typeof rowSchema>
export type Step = v.InferOutput<typeof stepSchema>
export type Offered = v.InferOutput<typeof offeredSchema>
export type Commit = v.InferOutput<typeof commitSchema>
export type Explanation = v.InferOutput<typeof explanationSchema>['parts']

/** Bytes, or what the hub said instead of them. */
export type Fetched =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly status: number; readonly fault: unknown }

export class Api {
  readonly #hub: HubProcess
  readonly contest: string
  readonly definition: Definition
  /** The desk's view as it stands. */
  readonly desk: ReadonlyMap<string, unknown>

  private constructor(hub: HubProcess, definition: Definition, desk: ReadonlyMap<string, unknown>) {
    this.#hub = hub
    this.contest = definition.id
    this.definition = definition
    this.desk = desk
  }

  static async of(hub: HubProcess, contest: string): Promise<Api> {
    const parsed = parseDefinition(await json(hub, `/api/contests/${contest}/definition.json`))
    if (!parsed.ok) throw new Error(`the definition of ${contest} is not in order`)
    return new Api(hub, parsed.definition, await deskView(hub, contest))
  }

  /** The entry at a key of the desk's view; undefined where there is none. */
  entry<const S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> | undefined {
    const value = this.desk.get(key)
    return value === undefined ? undefined : v.parse(schema, value)
  }

  async standings(stage: string): Promise<readonly StandingsRow[]> {
    const path = `/api/contests/${this.contest}/standings?stage=${stage}`
    return v.parse(standingsSchema, await json(this.#hub, path)).rows
  }

  async explanation(stage: string, team: string, language: string): Promise<Explanation> {
    const path = `/api/contests/${this.contest}/explanation?stage=${stage}&team=${team}&language=${language}`
    return v.parse(explanationSchema, await json(this.#hub, path)).parts
  }

  async rules(language: string): Promise<unknown> {
    return json(this.#hub, `/api/contests/${this.contest}/rules?language=${language}`)
  }

  async documents(language: string): Promise<readonly Offered[]> {
    const path = `/api/contests/${this.contest}/documents?language=${language}`
    return v.parse(listSchema, await json(this.#hub, path)).documents
  }

  /** The whole history, oldest first. */
  async commits(): Promise<readonly Commit[]> {
    const response = await fetch(`${this.#hub.url}/api/contests/${this.contest}/ledger`, {
      headers: { authorization: `Bearer ${this.#hub.organiserKey}` },
    })
    const lines = (await response.text()).split('\n').filter((line) => line !== '')
    return lines.map((line) => v.parse(commitSchema, JSON.parse(line)))
  }

  /** `file`: `minutes.pdf`. */
  async document(file: string, query: Readonly<Record<string, string>>): Promise<Fetched> {
    const asked = new URLSearchParams(query)
    return this.#made(`${file}?${asked}`)
  }

  /** The cards of all judges, with links that are made for them. */
  async cards(language: string): Promise<Fetched> {
    const links: Record<string, string> = {}
    for (const { id } of this.definition.judges) links[id] = await newLink(this.#hub, this.contest, 'judge', id)
    return this.#made(`judge-cards.pdf?language=${language}`, { links })
  }

  async #made(path: string, body?: object): Promise<Fetched> {
    const response = await fetch(`${this.#hub.url}/api/contests/${this.contest}/documents/${path}`, {
      headers: { authorization: `Bearer ${this.#hub.organiserKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    if (response.ok) return { ok: true, bytes: Buffer.from(await response.arrayBuffer()) }
    const said = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return { ok: false, status: response.status, fault: isJson ? JSON.parse(said) : said }
  }
}

async function json(hub: HubProcess, path: string): Promise<unknown> {
  const response = await fetch(`${hub.url}${path}`, { headers: { authorization: `Bearer ${hub.organiserKey}` } })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}

/** As the secretary's page has it: a link, a session, and the first snapshot. */
async function deskView(hub: HubProcess, contest: string): Promise<ReadonlyMap<string, unknown>> {
  const link = await newLink(hub, contest, 'secretary')
  const { session } = await join(hub.url, link)
  const page = new Page(hub.url, { contest, session })
  try {
    await page.until('the first snapshot', () => page.replica.version !== null)
    return page.replica.entries
  } finally {
    page.close()
  }
}

/** A link for a seat; the one before it is out. */
async function newLink(hub: HubProcess, contest: string, role: string, judge?: string): Promise<string> {
  const asked = judge === undefined ? { role } : { role, judge }
  const answer = await post(`${hub.url}/api/contests/${contest}/seats`, asked, hub.organiserKey)
  return v.parse(v.object({ link: v.string() }), answer).link
}
