/** Sends bad requests twice, once for each language, and judges the answers; and pages that are asked for what they do not have. */
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { badDocuments } from './bad-documents.ts'
import { badEntering } from './bad-entering.ts'
import { badReading } from './bad-reading.ts'
import type { BadRequest, ExpectedFault } from './bad-request.ts'
import { badWorkbooks } from './bad-workbooks.ts'
import type { Inspector, Verdict } from './inspector.ts'
import type { World } from './world.ts'

const faultSchema = v.looseObject({
  status: v.number(),
  code: v.string(),
  title: v.pipe(v.string(), v.minLength(8)),
  problems: v.optional(
    v.array(v.object({ path: v.string(), code: v.string(), title: v.pipe(v.string(), v.minLength(8)) })),
  ),
})
type Fault = v.InferOutput<typeof faultSchema>

/** The routes of the contract that are tried. */
export const routes = [
  'POST /api/contests',
  'GET /api/contests',
  'GET /api/contests/:id',
  'GET /api/definition.schema.json',
  'GET /api/presets',
  'POST /api/contests/:id/seats',
  'POST /api/join',
  'GET /api/contests/:id/standings',
  'GET /api/contests/:id/ledger',
  'GET /api/contests/:id/explanation',
  'GET /api/contests/:id/qualifiers',
  'GET /api/contests/:id/documents',
  'GET /api/contests/:id/documents/:name',
  'POST /api/contests/:id/documents/:name',
  'POST /api/workbook',
  'GET /api/workbook/:name',
  'GET /api/contests/:id/definition.:form',
  'pages',
  'sockets',
] as const

export async function tryHttp(world: World, inspector: Inspector): Promise<void> {
  const contest = `/api/contests/${world.busy.id}`
  for (const request of [
    ...badEntering(contest, world),
    ...badReading(contest, world),
    ...badWorkbooks(contest, world),
    ...badDocuments(contest, world),
  ]) {
    // Wrong keys from one address are slowed down; these tries come from many.
    await inspector.try(request.what, () => judge(world, request))
  }
  for (const path of [
    '/khong-co',
    '/judge/%E0%A4%A',
    '/display/..%2f..%2fpackage.json',
    '/console/%00',
    '/../../etc/passwd',
  ]) {
    await inspector.try(`GET ${path}`, async () => {
      const response = await fetch(`${world.url}${path}`)
      const text = await response.text()
      return {
        answer: String(response.status),
        wrong: quiet(text) ?? (response.status < 500 ? null : 'a fault of the hub'),
      }
    })
  }
}

async function judge(world: World, request: BadRequest): Promise<Verdict> {
  const [vi, en] = [await call(world, request, 'vi'), await call(world, request, 'en')]
  const limited = vi.fault?.code === 'too-many-requests' || en.fault?.code === 'too-many-requests'
  if (limited && request.expected.status === 401) return { answer: 'too-many-requests', wrong: null }
  const wrong =
    quiet(vi.text) ??
    wrongFault(vi, request.expected) ??
    wrongFault(en, request.expected) ??
    oneLanguage(vi.fault, en.fault)
  return { answer: vi.text.slice(0, 200), wrong }
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
  readonly fault: Fault | null
}

async function call(world: World, { method, path, headers, body }: BadRequest, language: string): Promise<Answer> {
  const response = await fetch(`${world.url}${path}`, {
    method,
    headers: { ...headers, 'accept-language': language },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, text, fault: type.includes('problem+json') ? faultOf(text) : null }
}

function faultOf(text: string): Fault | null {
  const parsed = v.safeParse(faultSchema, JSON.parse(text))
  return parsed.success ? parsed.output : null
}

/** Nothing of the hub's inside may be in an answer. */
function quiet(text: string): string | null {
  return /node_modules|\n\s+at |\.ts:\d|SyntaxError|TypeError/.test(text) ? 'the answer tells of the inside' : null
}

function wrongFault({ status, type, fault }: Answer, expected: ExpectedFault): string | null {
  if (!fault) return `${status} ${type} instead of a problem in JSON`
  if (status !== expected.status || fault.status !== status) return `${status} instead of ${expected.status}`
  if (fault.code !== expected.code) return `${fault.code} instead of ${expected.code}`
  const { names } = expected
  if (typeof names === 'string') {
    return fault.problems?.some(({ path }) => isAt(path, names)) ? null : `no problem names '${names}'`
  }
  const differs = Object.entries(names ?? {}).find(([param, value]) => !isDeepStrictEqual(fault[param], value))
  return differs ? `${differs[0]} is ${JSON.stringify(fault[differs[0]])}` : null
}

function isAt(path: string, field: string): boolean {
  return path === field || (field !== '' && (path.startsWith(`${field}.`) || path.startsWith(`${field}[`)))
}

function oneLanguage(vi: Fault | null, en: Fault | null): string | null {
  return vi?.title === en?.title ? 'both languages say the same' : null
}
