/**
 * The append, as one script that Redis runs alone: it compares the head, adds every commit under its number, changes the tables and rings.
 * XADD by itself would accept gaps, and MULTI would write half of a batch that is stale; so the comparison is in here.
 *
 * A script that has begun to write is not stopped by a lack of memory, and the first line makes Redis refuse it before it begins.
 * The batch comes as two long texts, a commit a line: cutting them here costs Redis less than a thousand arguments cost the hub.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { Batch } from '../batch.ts'
import type { TableChanges } from '../tables.ts'
import { bellChannel, fenceKey, headKey, ledgerKey, publicBellChannel, tableKey, tablesKey } from './keys.ts'

/** Which append of which writer it is; see `fence-script.ts`. */
export interface Turn {
  readonly writer: string
  readonly epoch: number
}

export const appendScript = `#!lua
local head = redis.call('HMGET', KEYS[1], 'number', 'hash', 'moved')
local number, hash = head[1] or '0', head[2] or ARGV[3]
local fence = redis.call('GET', KEYS[3])
if fence and tonumber(fence) > tonumber(ARGV[4]) then return {'fenced'} end
if head[3] and ARGV[10] ~= 'bring-in' then return {'moved', head[3]} end
if number ~= ARGV[1] or hash ~= ARGV[2] then return {'stale', number, hash} end
local hashes, lines = ARGV[5], ARGV[6]
local last, fromHash, fromLine = tonumber(number), 1, 1
while fromLine do
  local hashEnd, lineEnd = string.find(hashes, '\\n', fromHash, true), string.find(lines, '\\n', fromLine, true)
  hash = string.sub(hashes, fromHash, (hashEnd or 0) - 1)
  last = last + 1
  redis.call('XADD', KEYS[2], last .. '-0', 'hash', hash, 'line', string.sub(lines, fromLine, (lineEnd or 0) - 1))
  fromHash, fromLine = hashEnd and hashEnd + 1, lineEnd and lineEnd + 1
end
redis.call('HSET', KEYS[1], 'number', last, 'hash', hash)
if ARGV[9] == 'whole' then
  for _, key in ipairs(redis.call('SMEMBERS', KEYS[4])) do redis.call('DEL', key) end
  redis.call('DEL', KEYS[4])
end
local at = 11
for index = 5, #KEYS do
  local isRanking, count = ARGV[at] == 'ranking', tonumber(ARGV[at + 1])
  at = at + 2
  redis.call('SADD', KEYS[4], KEYS[index])
  for _ = 1, count do
    local field, is, value = ARGV[at], ARGV[at + 1], ARGV[at + 2]
    at = at + 3
    if is == 'gone' then redis.call(isRanking and 'ZREM' or 'HDEL', KEYS[index], field)
    elseif isRanking then redis.call('ZADD', KEYS[index], value, field)
    else redis.call('HSET', KEYS[index], field, value) end
  end
end
redis.call('PUBLISH', ARGV[7], last)
if ARGV[8] ~= '' then redis.call('PUBLISH', ARGV[8], '') end
return {'ok'}
`

export interface ScriptCall {
  readonly keys: readonly string[]
  /** Long ones as bytes: Node encodes a long text that is written as it is more slowly. */
  readonly args: readonly (string | Buffer)[]
}

/** What is given to `appendScript`; `begin` is the head of a contest without a commit. */
export function appendCall(
  contest: string,
  after: Head,
  { begin, batch, turn, tables, bringIn }: AppendParts,
): ScriptCall {
  const changed = tables?.tables ?? []
  return {
    keys: [
      headKey(contest),
      ledgerKey(contest),
      fenceKey(contest, turn.writer),
      tablesKey(contest),
      ...changed.map(({ name }) => tableKey(contest, name)),
    ],
    args: [
      String(after.number),
      after.hash,
      begin.hash,
      String(turn.epoch),
      Buffer.from(batch.hashes),
      Buffer.from(batch.lines),
      bellChannel(contest),
      tables?.rings ? publicBellChannel(contest) : '',
      tables?.whole ? 'whole' : 'changes',
      bringIn ? 'bring-in' : 'append',
      ...changed.flatMap(({ kind, fields }) => [kind, String(fields.size), ...[...fields].flatMap(fieldArgs)]),
    ],
  }
}

export interface AppendParts {
  readonly begin: Head
  readonly batch: Batch
  readonly turn: Turn
  readonly tables: TableChanges | undefined
  /** Also where the contest is marked as moved. */
  readonly bringIn: boolean
}

function fieldArgs([field, value]: readonly [string, string | null]): string[] {
  return value === null ? [field, 'gone', ''] : [field, 'set', value]
}
