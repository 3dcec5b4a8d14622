/** What an overtime rule is: whole seconds beyond the limit in, points to deduct (or only a note) out. */
import * as v from 'valibot'
import type { Exact } from '../exact.ts'
import type { Wording } from '../wording.ts'

/** Whole seconds beyond the time limit; above 0, otherwise no rule is asked. */
export type ExcessSeconds = number

export type OvertimeVerdict = {
  /** Not negative. */
  readonly points: Exact
  /** The team went on after its time was up: a note for the head judge, whatever the points (SPEC S-19). */
  readonly cut: boolean
}

/** SPEC S-16: up to this many seconds over are forgiven; one more, and the whole excess counts. */
export const graceSeconds = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)), 0)

/** The excess that counts after the grace. */
export function beyondGrace(excess: ExcessSeconds, grace: number): number {
  return excess > grace ? excess : 0
}

/** The clause of a printed rule that tells the grace; empty where there is none. */
export function graceWords(grace: number): Wording {
  return grace === 0
    ? { vi: '', en: '' }
    : { vi: `; quá đến ${grace} giây thì không trừ`, en: `; nothing up to ${grace} s` }
}
