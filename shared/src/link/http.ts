/** One HTTP call to a hub, with its answer parsed; a fault of any kind is an outcome and never thrown. */
import * as v from 'valibot'
import type { Problem } from '../contest/problems.ts'
import { hubCalls } from './hub-calls.ts'

/** Faults of an input as `application/problem+json` carries them; the code is checked where it is put into words. */
const problemSchema = v.object({
  path: v.string(),
  code: v.string(),
  params: v.record(v.string(), v.string()),
  cell: v.optional(v.string()),
})
const faultSchema = v.looseObject({
  code: v.optional(v.string()),
  problems: v.optional(v.array(problemSchema), () => []),
})
/** `cell`: where it stands in a workbook. */
export type ProblemReceived = Omit<Problem, 'code'> & { readonly code: string; readonly cell?: string | undefined }

export type ApiOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly kind: 'no-connection' }
  /** The hub said no: why (a refusal with its code, when there is one), and what is wrong with the input. */
  | {
      readonly ok: false
      readonly kind: 'refused'
      readonly status: number
      readonly refusal: { readonly code: string; readonly [param: string]: unknown } | null
      readonly problems: readonly ProblemReceived[]
    }

/** In ms. A file is made when it is asked for, after those that wait before it: beginning anew at another hub would make it twice. */
const MAKING_LIMIT = 60_000

/** `auth` is an organiser key or a session. */
export function get<const S extends v.GenericSchema>(path: string, schema: S, auth?: string) {
  return call(path, schema, { headers: headersOf(auth) }, true)
}

/** `repeatable`: see `hub-calls.ts`. */
export function post<const S extends v.GenericSchema>(
  path: string,
  schema: S,
  body: unknown,
  { auth, repeatable }: { readonly auth?: string; readonly repeatable: boolean },
) {
  const headers = { ...headersOf(auth), 'content-type': 'application/json' }
  return call(path, schema, { method: 'POST', headers, body: JSON.stringify(body) }, repeatable)
}

/** Sends a file as it is; asking twice does no harm. */
export function postFile<const S extends v.GenericSchema>(
  path: string,
  schema: S,
  file: Blob,
  { auth, type }: { readonly auth: string; readonly type: string },
) {
  return call(path, schema, { method: 'POST', headers: { ...headersOf(auth), 'content-type': type }, body: file }, true)
}

/** Who asks for a file, and the language in which a fault is told. */
export interface FileAsker {
  readonly auth: string
  readonly language: 'vi' | 'en'
}

/** A file, whole; the same one again when it is asked for twice. */
export function getFile(path: string, asker: FileAsker): Promise<ApiOutcome<Blob>> {
  return callForFile(path, { headers: fileHeaders(asker) })
}

/** A file that is made from what is posted; asking twice does no harm. */
export function postForFile(path: string, body: unknown, asker: FileAsker): Promise<ApiOutcome<Blob>> {
  const headers = { ...fileHeaders(asker), 'content-type': 'application/json' }
  return callForFile(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

function fileHeaders({ auth, language }: FileAsker): Record<string, string> {
  return { ...headersOf(auth), 'accept-language': language }
}

function headersOf(auth: string | undefined): Record<string, string> {
  return auth === undefined ? {} : { authorization: `Bearer ${auth}` }
}

async function call<const S extends v.GenericSchema>(
  path: string,
  schema: S,
  init: RequestInit,
  repeatable: boolean,
): Promise<ApiOutcome<v.InferOutput<S>>> {
  let response: Response
  let body: unknown
  try {
    response = await hubCalls.ask(path, init, repeatable)
    body = await response.json()
  } catch {
    // No hub, a cut connection, or something else that answers in its place (a hotel's log-in page).
    return { ok: false, kind: 'no-connection' }
  }
  if (response.ok) {
    const value = v.safeParse(schema, body)
    return value.success ? { ok: true, value: value.output } : { ok: false, kind: 'no-connection' }
  }
  return refused(response.status, body)
}

async function callForFile(path: string, init: RequestInit): Promise<ApiOutcome<Blob>> {
  try {
    const response = await hubCalls.ask(path, init, true, MAKING_LIMIT)
    return response.ok ? { ok: true, value: await response.blob() } : refused(response.status, await response.json())
  } catch {
    // As above, or cut in the middle of the file.
    return { ok: false, kind: 'no-connection' }
  }
}

function refused(status: number, body: unknown): ApiOutcome<never> {
  const fault = v.safeParse(faultSchema, body)
  const { code, problems, ...params } = fault.success ? fault.output : { code: undefined, problems: [] }
  const refusal = code === undefined ? null : { ...params, code }
  return { ok: false, kind: 'refused', status, refusal, problems }
}
