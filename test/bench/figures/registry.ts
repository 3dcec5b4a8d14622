/** Every measurement of the benchmark by the ledger that it is about, in the order in which they run. */
import type { Measurement } from '../figure.ts'
import { documents } from './documents.ts'
import { fanOut } from './fan-out.ts'
import { fold } from './fold.ts'
import { memory } from './memory.ts'
import { pageWeight } from './page-weight.ts'
import { redisMeasurements } from './redis.ts'
import { submitManyContests, submitOneContest } from './submit.ts'
import { underLoad } from './under-load.ts'

export const measurements: Readonly<Record<'embedded' | 'redis', readonly Measurement[]>> = {
  embedded: [submitOneContest, submitManyContests, underLoad, fanOut, fold, pageWeight, memory, documents],
  redis: redisMeasurements,
}
