/** Every measurement of the benchmark, in the order in which they run. */
import type { Measurement } from '../figure.ts'
import { fanOut } from './fan-out.ts'
import { fold } from './fold.ts'
import { memory } from './memory.ts'
import { pageWeight } from './page-weight.ts'
import { submitManyContests, submitOneContest } from './submit.ts'
import { underLoad } from './under-load.ts'

export const measurements: readonly Measurement[] = [
  submitOneContest,
  submitManyContests,
  underLoad,
  fanOut,
  fold,
  pageWeight,
  memory,
]
