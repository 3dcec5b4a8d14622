/**
 * SPEC S-11, S-12: which values are struck as highest and lowest. Below `whenAtLeast` values nothing is struck: with three sheets left,
 * dropping two would let one judge decide.
 */
import * as v from 'valibot'
import { type Column, columnOf, compare, type Exact } from '../exact.ts'
import type { Wording } from '../wording.ts'
import { ascending, type LeftOut } from './method.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))

export const trimEntries = {
  highest: v.optional(count, 1),
  lowest: v.optional(count, 1),
  whenAtLeast: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
}

export type Trim = { readonly highest: number; readonly lowest: number; readonly whenAtLeast?: number | undefined }

/** How many values there must be before any is struck. */
function threshold({ highest, lowest, whenAtLeast }: Trim): number {
  return whenAtLeast ?? highest + lowest + 1
}

/** Something is always left: the check of every schema with these entries. */
export function leavesSome(trim: Trim): boolean {
  return threshold(trim) > trim.highest + trim.lowest
}

export interface Trimmed {
  readonly kept: Column
  /** Parallel to the values; `null`: nothing was struck. */
  readonly leftOut: readonly (LeftOut | null)[] | null
}

export function trimmed(column: Column, trim: Trim): Trimmed {
  if (column.count < threshold(trim)) return { kept: column, leftOut: null }
  const { values } = column
  const struck = strike(ascending(values, compare), trim)
  return {
    kept: columnOf(values.filter((_: Exact, index) => !struck.has(index))),
    leftOut: values.map((_, index) => struck.get(index) ?? null),
  }
}

/** The condition and what goes, as a clause of a printed rule. */
export function trimWords(trim: Trim): Wording {
  const { highest, lowest } = trim
  return {
    vi: `${highest} điểm cao nhất và ${lowest} điểm thấp nhất khi có từ ${threshold(trim)} điểm trở lên`,
    en: `the ${highest} highest and ${lowest} lowest where there are ${threshold(trim)} or more`,
  }
}

function strike(order: readonly number[], { highest, lowest }: Trim): Map<number, LeftOut> {
  const struck = new Map<number, LeftOut>()
  for (const index of order.slice(0, lowest)) struck.set(index, 'lowest')
  for (const index of order.slice(order.length - highest)) struck.set(index, 'highest')
  return struck
}
