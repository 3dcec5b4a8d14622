/**
 * Which contests there are. A set lists them, since looking through every key takes long in a Redis that others use too; the set is
 * mended from the keys themselves when a ledger is opened, should it have been lost where they were not.
 */
import { type Client, mastersOf } from './connect.ts'
import { contestOfHead, contestsKey, headKey, headPattern } from './keys.ts'

const keysPerScan = 1000

/** The contests that have a commit, sorted. */
export async function contestsOf(client: Client): Promise<readonly string[]> {
  const listed = await client.smembers(contestsKey)
  // One that was listed and never begun has no head, or only the mark of one that is to arrive.
  const begun = await Promise.all(listed.map((contest) => client.hexists(headKey(contest), 'number')))
  return listed.filter((_, index) => begun[index] === 1).sort()
}

/** Lists a contest before its first commit: so none that has begun is ever missing. */
export async function listContest(client: Client, contest: string): Promise<void> {
  await client.sadd(contestsKey, contest)
}

/** Lists whatever contest has keys. */
export async function mendList(client: Client): Promise<void> {
  for (const master of mastersOf(client)) {
    let cursor = '0'
    do {
      const [next, keys] = await master.scan(cursor, 'MATCH', headPattern, 'COUNT', keysPerScan)
      if (keys.length > 0) await client.sadd(contestsKey, ...keys.map(contestOfHead))
      cursor = next
    } while (cursor !== '0')
  }
}
