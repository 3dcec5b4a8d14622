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
  const fault = v.safeParse(faultSchema, body)
  const { code, problems, ...params } = fault.success ? fault.output : { code: undefined, problems: [] }
  const refusal = code === undefined ? null : { ...params, code }
  return { ok: false, kind: 'refused', status: response.status, refusal, problems }
}
