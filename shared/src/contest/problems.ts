/**
 * What is wrong with a definition or a message: each problem names its path and a code with parameters.
 * It holds no words (those live in `language/`) and decides nothing.
 */
import type * as v from 'valibot'
import { workbookCodes } from './workbook/codes.ts'

/** One fault of an input. `path` is written as in JSON tools: `stages[0].rounds[1].maximum`; '' is the whole input. */
export interface Problem {
  readonly path: string
  readonly code: ProblemCode
  /** What the words need: `expected`, `received`, `bound`, … as plain strings. */
  readonly params: Readonly<Record<string, string>>
}

/** Codes that a schema's own message may carry; anything else is told by the kind of the failed check. */
export const problemCodes = [
  'required',
  'unknown-key',
  'wrong-type',
  'not-one-of',
  'too-small',
  'too-large',
  'too-short',
  'too-long',
  'bad-format',
  'not-a-decimal',
  'not-an-id',
  'not-a-date',
  'unsupported',
  'duplicate-id',
  'unknown-reference',
  'sum-differs',
  'off-step',
  'scale-empty',
  'trims-everyone',
  'no-judge',
  'two-heads',
  'needs-judges',
  'needs-judged-criteria',
  'needs-head',
  'needs-total',
  'needs-groups',
  'not-earlier',
  'judge-without-group',
  'takes-no-weights',
  'link-outdated',
  ...workbookCodes,
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** True when the text is one of the codes above. */
function isProblemCode(text: string): text is ProblemCode {
  return problemCodes.some((code) => code === text)
}

const codeOfCheck: Readonly<Record<string, ProblemCode>> = {
  strict_object: 'unknown-key',
  picklist: 'not-one-of',
  literal: 'not-one-of',
  variant: 'not-one-of',
  union: 'wrong-type',
  min_length: 'too-short',
  max_length: 'too-long',
  max_bytes: 'too-long',
  non_empty: 'too-short',
  min_value: 'too-small',
  max_value: 'too-large',
  min_entries: 'too-short',
  max_entries: 'too-long',
  regex: 'bad-format',
}

/** Turns valibot's path into `a.b[0].c`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  let path = ''
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`
    else path += path === '' ? String(key) : `.${String(key)}`
  }
  return path
}

function codeOf(issue: v.BaseIssue<unknown>): ProblemCode {
  if (isProblemCode(issue.message)) return issue.message
  const missing = issue.received === 'undefined'
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknown-key'
  if (missing) return 'required'
  if (issue.type === 'strict_object') return 'wrong-type'
  return codeOfCheck[issue.type] ?? 'wrong-type'
}

/** The problems of a failed parse, one for each issue that valibot found. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => {
    const keys = issue.path?.map((step) => (typeof step.key === 'number' ? step.key : String(step.key))) ?? []
    const params: Record<string, string> = { received: issue.received }
    if (issue.expected !== null) params.expected = issue.expected
    if (issue.requirement instanceof Object === false && issue.requirement !== undefined) {
      params.bound = String(issue.requirement)
    }
    return { path: pathOf(keys), code: codeOf(issue), params }
  })
}
