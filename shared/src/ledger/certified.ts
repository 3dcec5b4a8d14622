/** Certified tables as the state keeps them: the one that stands, and those that stood before. */
import type { Head } from './commit.ts'
import type { AwardReveal, RowReveal } from './reveals.ts'

/** A certified table; a stage that was reopened has none until it is certified again. */
export interface Certified {
  readonly rows: readonly RowReveal[]
  /** In the order of the definition. */
  readonly awards: readonly AwardReveal[]
  /** 1 for the first table of the stage, 2 for the one after it was reopened, and so on: papers carry it. */
  readonly version: number
  readonly commit: Head
  readonly at: number
}

/** A table that stood until its stage was reopened, with the request that led to it: who asked and who approved stands there. */
export interface FormerTable {
  readonly table: Certified
  readonly request: string
  readonly reason: string
  /** When it was reopened, in ms of hub time, and by which commit. */
  readonly at: number
  readonly commit: Head
}
