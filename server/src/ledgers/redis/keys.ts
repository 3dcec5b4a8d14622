/** The names of everything that this program keeps in Redis, as `docs/redis.md` tells them. One hash tag a contest: all of it lies on one node. */
const prefix = 'bang-diem'

/** A set: the ids of all contests. */
export const contestsKey = `${prefix}:contests`

/** A sorted set: address of a hub → Redis time in ms until which it lives. */
export const hubsKey = `${prefix}:hubs`

/** A channel that rings when a hub has begun or ended. */
export const hubsBell = `${prefix}:hubs:bell`

/** A channel on which hubs tell each other who is connected. */
export const presenceChannel = `${prefix}:presence`

/** Every contest's `headKey`. */
export const headPattern = `${prefix}:{*}:head`

function ofContest(contest: string, name: string): string {
  return `${prefix}:{${contest}}:${name}`
}

/** The contest of a `headKey`. */
export function contestOfHead(key: string): string {
  return key.slice(prefix.length + 2, -'}:head'.length)
}

/** A hash: `number` and `hash` of the last commit. */
export function headKey(contest: string): string {
  return ofContest(contest, 'head')
}

/** A stream: commit n under the id `n-0`, with the fields `hash` and `line`. */
export function ledgerKey(contest: string): string {
  return ofContest(contest, 'ledger')
}

/** A number below which this writer's appends count no more. */
export function fenceKey(contest: string, writer: string): string {
  return ofContest(contest, `fence:${writer}`)
}

/** A set: the keys of all tables of the contest. */
export function tablesKey(contest: string): string {
  return ofContest(contest, 'tables')
}

export function tableKey(contest: string, table: string): string {
  return ofContest(contest, table)
}

/** A channel on which the number of the last commit is told. */
export function bellChannel(contest: string): string {
  return ofContest(contest, 'bell')
}

/** A channel on which is told that something public has changed, and nothing else. */
export function publicBellChannel(contest: string): string {
  return ofContest(contest, 'public:bell')
}
