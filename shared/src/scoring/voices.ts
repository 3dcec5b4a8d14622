/**
 * Who speaks when a round is combined: each judge alone, or groups of judges with the mean of their values (SPEC S-37, S-38). It
 * leaves nobody out; outliers and methods do that afterwards.
 */
import type { Values } from './combine/method.ts'
import { type Column, columnOf, type Exact, mean, parseDecimal, ZERO } from './exact.ts'
import type { JudgeGroup } from './types.ts'

export interface Voices {
  readonly values: Values
  /** Parallel to the values; empty where each judge speaks alone. */
  readonly groups: readonly JudgeGroup[]
}

/** `judges` and the column stand in the same order. Groups without a sheet are left out. */
export function voicesOf(groups: readonly JudgeGroup[], judges: () => readonly string[], column: Column): Voices {
  if (groups.length === 0) return { values: column, groups }
  const byJudge = new Map(judges().map((judge, index) => [judge, column.values[index] ?? ZERO]))
  const speaking = groups.flatMap((group) => {
    const values = group.judges.flatMap((judge): Exact[] => {
      const value = byJudge.get(judge)
      return value === undefined ? [] : [value]
    })
    return values.length === 0 ? [] : [{ group, value: mean(values) }]
  })
  const values = columnOf(speaking.map(({ value }) => value))
  const weigh = groups.some(({ weight }) => parseDecimal(weight).n !== parseDecimal(weight).d)
  return {
    values: weigh ? { ...values, weights: speaking.map(({ group }) => parseDecimal(group.weight)) } : values,
    groups: speaking.map(({ group }) => group),
  }
}
