/**
 * Links of judges that somebody sends to have them printed: the hub keeps their hashes alone, so it can only tell whether they still open the
 * seats that they are said to open.
 */
import { definitionLimits } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { idSchema } from '@bang-diem/shared/contest/primitives.ts'
import { type Problem, problemsOf } from '@bang-diem/shared/contest/problems.ts'
import type { Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import * as v from 'valibot'
import { parseCode } from '../tokens.ts'

/** A public address and a code; longer ones are none of ours, and would not fit a code that a phone can scan. */
const CHARACTERS_PER_LINK = 300

const cardsSchema = v.strictObject({
  links: v.pipe(
    v.record(idSchema, v.pipe(v.string(), v.maxLength(CHARACTERS_PER_LINK))),
    v.minEntries(1),
    v.maxEntries(definitionLimits.judges),
  ),
})

export type CardLinks =
  | { readonly ok: true; readonly links: Record<string, string> }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The links by judge, or every one that is not of a judge's present link (SPEC W-15). */
export function cardLinksIn(body: unknown, state: State, sha256: Sha256): CardLinks {
  const parsed = v.safeParse(cardsSchema, body)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.issues) }
  const { links } = parsed.output
  const { judges } = lookupsOf(definitionOf(state))
  const problems = Object.entries(links).flatMap(([judge, link]): Problem[] => {
    const path = `links.${judge}`
    if (!judges.has(judge)) return [{ path, code: 'unknown-reference', params: { id: judge } }]
    const token = tokenIn(link, state.contest)
    if (token === undefined) return [{ path, code: 'bad-format', params: {} }]
    const isPresent = sha256(token) === state.seats.get(`judge:${judge}`)?.codeHash
    return isPresent ? [] : [{ path, code: 'link-outdated', params: {} }]
  })
  return problems.length === 0 ? { ok: true, links } : { ok: false, problems }
}

/** The secret part of a link that leads to a contest; undefined when it is no such link. */
function tokenIn(link: string, contest: string): string | undefined {
  const address = URL.parse(link)
  if (!address || !/^https?:$/.test(address.protocol)) return undefined
  const code = parseCode(new URLSearchParams(address.hash.slice(1)).get('code') ?? '')
  return code?.contest === contest ? code.token : undefined
}
