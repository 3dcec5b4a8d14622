/** What a tie-break is: teams that are still equal in, the same teams in ordered groups out. */
import * as v from 'valibot'
import { compare, type Exact, parseDecimal, toFraction } from '../exact.ts'
import type { Entry } from '../results.ts'
import type { Compare } from '../schemas.ts'
import type { Decision } from '../types.ts'

export type TieBreakInput = {
  /** Two or more teams that nothing has separated so far. */
  readonly group: readonly Entry[]
  /** The ids of the rounds that count; a rule that looks at another round separates nothing (SPEC S-31). */
  readonly rounds: readonly string[]
  readonly compare: Compare
  /** Recorded decisions, oldest first; empty while only part of the stage counts. */
  readonly decisions: readonly Decision[]
}

/** One step of the order, best first; more than one entry in it means that those are still equal. */
export type TieBreakPart = {
  readonly entries: readonly Entry[]
  readonly exact: string | null
  readonly shown: string | null
  readonly reason: string | null
}

/** A single part means that the rule separated nobody. */
export type TieBreakVerdict = {
  readonly round: string | null
  readonly criterion: string | null
  readonly parts: readonly TieBreakPart[]
}

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'not-an-id'))

/** A team's figure under a rule. */
export type Figure = { readonly value: Exact; readonly shown: string }

/** Nobody separated. */
export function unseparated(group: readonly Entry[]): TieBreakPart[] {
  return [{ entries: group, exact: null, shown: null, reason: null }]
}

/**
 * The group by descending figure. Under `rounded`, figures that read the same are the same: people must be able to see
 * why one team stands before another (SPEC S-26). A team without a figure leaves the whole group unseparated.
 */
export function byFigure(input: TieBreakInput, figureOf: (entry: Entry) => Figure | null): TieBreakPart[] {
  const parts = new Map<string, { value: Exact; shown: string; entries: Entry[] }>()
  for (const entry of input.group) {
    const figure = figureOf(entry)
    if (figure === null) return unseparated(input.group)
    const value = input.compare === 'rounded' ? parseDecimal(figure.shown) : figure.value
    const part = parts.get(toFraction(value))
    if (part === undefined) parts.set(toFraction(value), { value, shown: figure.shown, entries: [entry] })
    else part.entries.push(entry)
  }
  return [...parts.values()]
    .sort((a, b) => compare(b.value, a.value))
    .map((part) => ({ entries: part.entries, exact: toFraction(part.value), shown: part.shown, reason: null }))
}
