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
import type { Neighbours } from '../neighbours.ts'
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

/** What a hub knows of its own addresses. */
interface Addresses {
  readonly publicUrl: string
  readonly neighbours: Pick<Neighbours, 'hubs'>
}

export type CardLinks =
  | { readonly ok: true; readonly links: Record<string, string> }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Where links may lead (`192.168.1.10:8080`): to this hub and its neighbours, and to the name under which whoever asks has found it. */
export function hostsOf({ publicUrl, neighbours }: Addresses, asked: string | undefined): ReadonlySet<string> {
  const hosts = [publicUrl, ...neighbours.hubs()].flatMap((address) => URL.parse(address)?.host ?? [])
  return new Set(asked === undefined ? hosts : [...hosts, asked.toLowerCase()])
}

/** The links by judge, or every one that is not of a judge's present link, or leads to another host (SPEC W-15). */
export function cardLinksIn(body: unknown, hosts: ReadonlySet<string>, state: State, sha256: Sha256): CardLinks {
  const parsed = v.safeParse(cardsSchema, body)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.issues) }
  const { links } = parsed.output
  const { judges } = lookupsOf(definitionOf(state))
  const problems = Object.entries(links).flatMap(([judge, link]): Problem[] => {
    const path = `links.${judge}`
    if (!judges.has(judge)) return [{ path, code: 'unknown-reference', params: { id: judge } }]
    const read = readLink(link, state.contest)
    if (read === undefined) return [{ path, code: 'bad-format', params: {} }]
    const isPresent = hosts.has(read.host) && sha256(read.token) === state.seats.get(`judge:${judge}`)?.codeHash
    return isPresent ? [] : [{ path, code: 'link-outdated', params: {} }]
  })
  return problems.length === 0 ? { ok: true, links } : { ok: false, problems }
}

/** Where a link to a contest leads, and its secret part; undefined when it is no such link. */
function readLink(link: string, contest: string): { readonly host: string; readonly token: string } | undefined {
  const address = URL.parse(link)
  if (!address || !/^https?:$/.test(address.protocol)) return undefined
  const code = parseCode(new URLSearchParams(address.hash.slice(1)).get('code') ?? '')
  return code?.contest === contest ? { host: address.host, token: code.token } : undefined
}
