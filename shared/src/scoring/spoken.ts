/** What became of each judge's value and of each group's mean: told for derivations, never asked by the score itself. */
import { type Column, parseDecimal, ZERO } from './exact.ts'
import type { GroupValue, JudgeValue, Treatment } from './judged-results.ts'
import type { Readings } from './readings.ts'
import type { Settled } from './settle.ts'
import type { Voices } from './voices.ts'

/** The columns of one value (a whole sheet, a criterion), in the order of the sheets, and who speaks for them. */
export interface Spoken {
  readonly read: Readings
  /** Before the rounding at `sheet`. */
  readonly unrounded: Column
  readonly given: Column
  readonly voices: Voices
}

export function judgeValues({ read, unrounded, given, voices }: Spoken, settled: Settled): readonly JudgeValue[] {
  const [before, after] = [unrounded.values, given.values]
  const inGroup = voices.groups.length > 0
  return read.judges.map((judge, index): JudgeValue => {
    const own = after[index] ?? ZERO
    const treated = inGroup ? undefined : settled.treated?.[index]
    return {
      judge,
      unrounded: before[index] ?? ZERO,
      given: own,
      value: treated?.value ?? own,
      treatment: treated?.treatment ?? 'counted',
    }
  })
}

export function groupValues({ read, voices }: Spoken, { treated }: Settled): readonly GroupValue[] {
  return voices.groups.map(({ id, weight, judges }, index): GroupValue => {
    const given = voices.values.values[index] ?? ZERO
    return {
      group: id,
      judges: judges.filter((judge) => read.judges.includes(judge)),
      weight: parseDecimal(weight),
      given,
      value: treated?.[index]?.value ?? given,
      treatment: treated?.[index]?.treatment ?? 'counted',
    }
  })
}

/** Parallel to the sheets: did this one count? `null`: all did. */
export function countedJudges({ read, voices }: Spoken, { treated }: Settled): readonly boolean[] | null {
  if (treated === null) return null
  const counted = treated.map(({ treatment }) => isCounted(treatment))
  if (voices.groups.length === 0) return counted
  const judges = new Set(voices.groups.flatMap((group, index) => (counted[index] ? group.judges : [])))
  return read.judges.map((judge) => judges.has(judge))
}

/** True for a value that took part in the combined one. */
export function isCounted(treatment: Treatment): boolean {
  return treatment === 'counted' || treatment === 'clamped'
}
