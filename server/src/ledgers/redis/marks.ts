/** Which contests have moved away: a field beside the head, which the append script looks at before anything else. */
import type { Moved } from '../ledger.ts'
import type { Client } from './connect.ts'
import { contestsKey, headKey } from './keys.ts'

const field = 'moved'

/** The contest is listed. */
export async function markMoved(client: Client, contest: string, to: string | null): Promise<void> {
  if (to === null) await client.hdel(headKey(contest), field)
  else await client.hset(headKey(contest), field, to)
}

export async function movedOf(client: Client): Promise<Moved> {
  const contests = await client.smembers(contestsKey)
  const places = await Promise.all(contests.map((contest) => client.hget(headKey(contest), field)))
  return new Map(contests.flatMap((contest, index) => (places[index] == null ? [] : [[contest, places[index]]])))
}
