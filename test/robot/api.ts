/** The hub's HTTP calls as a program makes them. */
import { type Joined, joinedSchema } from '@bang-diem/shared/protocol/down.ts'
import * as v from 'valibot'

const createdSchema = v.object({
  id: v.string(),
  links: v.object({
    console: v.string(),
    secretary: v.string(),
    mc: v.string(),
    display: v.string(),
    judges: v.record(v.string(), v.string()),
  }),
})
export type Created = v.InferOutput<typeof createdSchema>

export async function post(url: string, body: unknown, key?: string): Promise<unknown> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (key !== undefined) headers.authorization = `Bearer ${key}`
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}

export async function createContest(hub: string, key: string, definition: object): Promise<Created> {
  return v.parse(createdSchema, await post(`${hub}/api/contests`, definition, key))
}

/** Exchanges a link for a session. */
export async function join(hub: string, link: string): Promise<Joined> {
  return v.parse(joinedSchema, await post(`${hub}/api/join`, { code: codeOf(link) }))
}

/** The code in a link's fragment. */
export function codeOf(link: string): string {
  return new URLSearchParams(new URL(link).hash.slice(1)).get('code') ?? ''
}
