/** Faults over HTTP: `application/problem+json` with the same codes as on the socket, and the words in the caller's language. */
import type { Problem } from '@bang-diem/shared/contest/problems.ts'
import { unnamed } from '@bang-diem/shared/language/names.ts'
import { tellProblem } from '@bang-diem/shared/language/problems.ts'
import { tellRefusal } from '@bang-diem/shared/language/refusals.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { Request, Response } from 'express'
import type { ToldLack } from '../documents/told-lacks.ts'
import { tellHttpFault } from './http-words.ts'

/** Faults that only HTTP has. */
export type HttpFault =
  | { readonly code: 'key-required' }
  | { readonly code: 'not-found' }
  | { readonly code: 'body-invalid' }
  | { readonly code: 'body-too-large'; readonly bytes: number }
  | { readonly code: 'document-not-ready'; readonly lacks: readonly ToldLack[] }
  | { readonly code: 'document-too-large' }
  | { readonly code: 'document-empty' }
  | { readonly code: 'hub-fault' }

const statusOf: Readonly<Partial<Record<Refusal['code'] | HttpFault['code'], number>>> = {
  'key-required': 401,
  'link-unknown': 401,
  'seat-revoked': 401,
  'seat-required': 401,
  'role-not-allowed': 403,
  'seat-taken-over': 403,
  'not-found': 404,
  'contest-unknown': 404,
  'reference-unknown': 404,
  'contest-exists': 409,
  'document-not-ready': 409,
  'body-too-large': 413,
  'document-too-large': 422,
  'document-empty': 422,
  'too-many-requests': 429,
  'hub-fault': 500,
  'ledger-unavailable': 503,
  'hub-stopping': 503,
}

/** Sends a refusal, in the caller's language. */
export function sendRefusal(request: Request, response: Response, refusal: Refusal): void {
  const title = tellRefusal(refusal, languageOf(request), unnamed)
  send(response, statusOf[refusal.code] ?? 400, { ...refusal, title })
}

/** Sends a fault of HTTP's own. */
export function sendFault(request: Request, response: Response, fault: HttpFault): void {
  send(response, statusOf[fault.code] ?? 400, { ...fault, title: tellHttpFault(fault, languageOf(request)) })
}

/** A problem of a workbook names its cell as well. */
type ToldProblem = Problem & { readonly cell?: string | undefined }

/** Sends every problem of an input, each with its path and its words. */
export function sendProblems(request: Request, response: Response, problems: readonly ToldProblem[]): void {
  const language = languageOf(request)
  const told = problems.map((problem) => ({ ...problem, title: tellProblem(problem, language) }))
  const fault = { code: 'body-invalid' } as const
  send(response, 400, { ...fault, title: tellHttpFault(fault, language), problems: told })
}

function send(response: Response, status: number, body: object): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ status, ...body }))
}

/** The language in which this caller is told faults. */
export function languageOf(request: Request): 'vi' | 'en' {
  return request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi'
}
