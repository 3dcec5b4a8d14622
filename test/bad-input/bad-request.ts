/** A request that the hub must refuse, and who is nobody to it. */
import type { World } from './world.ts'

export interface BadRequest {
  readonly what: string
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly expected: ExpectedFault
}

export interface ExpectedFault {
  readonly status: number
  readonly code: string
  /** The path of a problem, or a parameter with its value, that must be in the answer. */
  readonly names?: string | Readonly<Record<string, unknown>>
}

export const keyRequired: ExpectedFault = { status: 401, code: 'key-required' }
export const noContest: ExpectedFault = { status: 404, code: 'contest-unknown', names: { contest: 'khong-co' } }

export const notFound: ExpectedFault = { status: 404, code: 'not-found' }

/** `path`: of the problem that must be named. */
export const invalid = (path: string): ExpectedFault => ({ status: 400, code: 'body-invalid', names: path })

export function unknownIn(field: string, id: string): ExpectedFault {
  return { status: 404, code: 'reference-unknown', names: { field, id } }
}

export function get(
  path: string,
  expected: ExpectedFault,
  what = '',
  headers: Readonly<Record<string, string>> = {},
): BadRequest {
  return { what: `GET ${path.slice(0, 80)} ${what}`, method: 'GET', path, headers, expected }
}

/** Bearers that are nobody for a contest. */
export function strangers(world: World): readonly (readonly [string, Record<string, string>])[] {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  return [
    ['no key', {}],
    ['a wrong key', bearer('x'.repeat(22))],
    ['an empty key', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${world.key}` }],
    ['a very long key', bearer('x'.repeat(8000))],
    ['a key with a quote', bearer("' OR 1=1 --")],
    ['a judge’s session', bearer(world.busy.sessions.judge)],
    ['the MC’s session', bearer(world.busy.sessions.mc)],
    ['a session of another contest', bearer(world.quiet.sessions.organiser)],
    ['a session without its last sign', bearer(world.busy.sessions.organiser.slice(0, -1))],
  ]
}
