/**
 * `node test/faults/run.ts [--kills 200] [--seed 1]`: the hub is killed, frozen and deprived of its disk while ten judges submit, as
 * real processes over real sockets. A table on stderr, one line of result on stdout.
 */
import { parseArgs } from 'node:util'
import { watchFlushes } from './flushing.ts'
import { freeze } from './frozen.ts'
import { fillDisk } from './full-disk.ts'
import { killRepeatedly } from './kills.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  throw new RangeError('usage: run.ts [--kills <number>] [--seed <number>]')
}

const faults: string[] = []
function tell(fault: string, result: string, found: readonly string[]): void {
  console.error(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${fault.padEnd(28)} ${result}`)
  for (const each of found) console.error(`         ${each}`)
  faults.push(...found)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const flush = await watchFlushes()
tell(
  'answers wait for the disk',
  `synchronous ${flush.synchronous}, ${flush.flushed} of ${flush.appends} appends flushed between sending and answer`,
  flush.faults,
)

const disk = await fillDisk(seed)
tell(
  'full disk',
  `${disk.medium}; ${disk.refused} refusals, ${disk.sheets} sheets, all written ${seconds(disk.recovery)} after there was room`,
  disk.faults,
)

const frozen = await freeze(seed)
tell(
  'hub stopped for 5 s',
  `noticed after ${seconds(frozen.noticed)}, ${frozen.sheets} sheets, all back ${seconds(frozen.recovery)} after it went on`,
  frozen.faults,
)

const killed = await killRepeatedly(kills, seed)
const short =
  killed.counted < kills ? [`only ${killed.counted} of ${killed.tried} kills caught a command without an answer`] : []
const recovery = `recovery median ${seconds(median(killed.recoveries))}, worst ${seconds(Math.max(...killed.recoveries))}`
tell('kill -9 while judges submit', `${killed.counted} counted of ${killed.tried}, ${recovery}`, [
  ...killed.faults,
  ...short,
])

console.log(
  `faults: ${killed.counted} kills with a command sent and unanswered (of ${killed.tried}), ${killed.sheets} sheets recorded, ` +
    `${faults.length} faults; ${recovery}; synchronous ${flush.synchronous}, flushed before ${flush.flushed} of ${flush.appends} answers; ` +
    `full disk and stopped hub survived: ${disk.faults.length + frozen.faults.length === 0 ? 'yes' : 'no'}`,
)
process.exitCode = faults.length === 0 ? 0 : 1
