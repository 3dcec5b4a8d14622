/**
 * `node test/spoiler/run.ts [--contests 300] [--seed 1]`: proves that nothing unrevealed reaches the hall, and that the proof would
 * notice if it did. One line of result on stdout; on a failure the contest, the act and both messages on stderr.
 */
import { parseArgs } from 'node:util'
import { type Batch, playBatch } from './batch.ts'
import { plantedLeaks } from './leaks.ts'
import { channels } from './records.ts'

/** Contests that are played in one pair of hubs. */
const batchSize = 20
/** A planted leak must show within so many contests. */
const contestsPerLeak = 40

const { values } = parseArgs({
  options: { contests: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
})
const contests = Number(values.contests)
const seed = Number(values.seed)
if (!Number.isSafeInteger(contests) || contests < 1 || !Number.isSafeInteger(seed)) {
  throw new RangeError('usage: run.ts [--contests <number>] [--seed <number>]')
}

/** Without a leak: how many bytes were compared, and the first difference. */
async function compareContests(): Promise<Batch> {
  let bytes = 0
  for (let from = 0; from < contests; from += batchSize) {
    const numbers = Array.from({ length: Math.min(batchSize, contests - from) }, (_, index) => from + index)
    const batch = await playBatch(numbers, seed, {})
    bytes += batch.bytes
    console.error(`${from + numbers.length} contests, ${bytes} bytes compared`)
    if (batch.difference) return { bytes, difference: batch.difference }
  }
  return { bytes, difference: null }
}

/** The channels whose planted leak was found where it was planted. */
async function findLeaks(): Promise<string[]> {
  const numbers = Array.from({ length: contestsPerLeak }, (_, index) => index)
  const found: string[] = []
  for (const { channel, ...leak } of plantedLeaks) {
    const { difference } = await playBatch(numbers, seed, leak, (each) => each.channel === channel)
    console.error(`planted in ${channel}: ${difference ? `found in contest ${difference.contest}` : 'not found'}`)
    if (difference) found.push(channel)
  }
  return found
}

const { bytes, difference } = await compareContests()
if (difference) console.error(difference)
const found = await findLeaks()
console.log(
  `spoiler: ${contests} contests, ${bytes} bytes compared, ${difference ? 1 : 0} differences; ` +
    `planted leaks found: ${found.join(', ')}`,
)
// Every page, socket and thread of the hubs is closed by now; the figures about this process keep a timer of their own.
process.exit(difference || found.length < channels.length ? 1 : 0)
