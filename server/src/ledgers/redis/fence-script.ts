/**
 * The fence behind an append whose outcome is unknown. Its bytes may still lie in some buffer between here and Redis and arrive later:
 * once the fence stands, they are refused. So what is read after it is final.
 */

import type { ScriptCall, Turn } from './append-script.ts'
import { fenceKey, headKey } from './keys.ts'

/** Longer than any connection keeps bytes back. */
const fenceSeconds = 86_400

export const fenceScript = `#!lua
redis.call('SET', KEYS[2], ARGV[1], 'EX', ${fenceSeconds})
return redis.call('HMGET', KEYS[1], 'number', 'hash')
`

/** Appends of an epoch before the turn's are refused from then on. */
export function fenceCall(contest: string, { writer, epoch }: Turn): ScriptCall {
  return { keys: [headKey(contest), fenceKey(contest, writer)], args: [String(epoch)] }
}
