/** What stands in Redis of one contest, read as it is. It neither proves nor fences anything. */
import { genesis, type Head } from '@bang-diem/shared/ledger/commit.ts'
import * as v from 'valibot'
import { sha256 } from '../../sha256.ts'
import type { StoredCommit } from '../ledger.ts'
import type { Client } from './connect.ts'
import { headKey, ledgerKey } from './keys.ts'

const headReply = v.tuple([v.nullable(v.string()), v.nullable(v.string())])
const entriesReply = v.array(
  v.tuple([v.string(), v.tuple([v.literal('hash'), v.string(), v.literal('line'), v.string()])]),
)

export async function readHead(client: Client, contest: string): Promise<Head> {
  const [number, hash] = v.parse(headReply, await client.hmget(headKey(contest), 'number', 'hash'))
  return number === null || hash === null ? genesis(contest, sha256) : { number: Number(number), hash }
}

/** At most `count` commits after `after`, in order. */
export async function readCommits(
  client: Client,
  contest: string,
  after: number,
  count: number,
): Promise<StoredCommit[]> {
  const reply = await client.xrange(ledgerKey(contest), `${after + 1}-0`, '+', 'COUNT', count)
  return v.parse(entriesReply, reply).map(([id, [, hash, , line]]) => ({ number: Number.parseInt(id, 10), hash, line }))
}
