/** What a tie-break is: teams that are still equal in, the same teams in ordered groups out. */
import { compare, type Exact, parseDecimal, toFraction } from '../exact.ts'
import type { Awaited, Entry } from '../results.ts'
import type { Rounding } from '../rounding.ts'
import type { Compare } from '../schemas.ts'
import type { RoundRules, TieRecords } from '../types.ts'

export type TieBreakInput = {
  /** Two or more teams that nothing has separated so far. */
  readonly group: readonly Entry[]
  /** All teams that are ranked together, these included: for rules that count places. */
  readonly all: readonly Entry[]
  /** The ids of the rounds that count; a rule that looks at another round separates nothing (SPEC S-31). */
  readonly rounds: readonly string[]
  readonly stageRounds: readonly RoundRules[]
  readonly rounding: readonly Rounding[]
  readonly compare: Compare
  /** Which of two marks is the better one. */
  readonly better: 'higher' | 'lower'
  readonly headJudge: string | null
  /** Every round of the stage counts: records are heard, and asked for where they are missing. */
  readonly complete: boolean
  readonly records: TieRecords
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
  /** What the rule looked at, where it was one thing. */
  readonly round?: string | null
  readonly criterion?: string | null
  readonly question?: string
  readonly parts: readonly TieBreakPart[]
  /** What must be recorded before this rule, or any after it, can part the group (SPEC S-55). */
  readonly awaits?: Awaited
}

/** A team's figure under a rule. */
export type Figure = { readonly value: Exact; readonly shown: string }

/** Nobody separated. */
export function unseparated(group: readonly Entry[]): TieBreakPart[] {
  return [{ entries: group, exact: null, shown: null, reason: null }]
}

/**
 * The group by figure, the higher first unless `lower` is. Under `rounded`, figures that read the same are the same: people must be able to
 * see why one team stands before another (SPEC S-26). A team without a figure leaves the whole group unseparated.
 */
export function byFigure(
  input: Pick<TieBreakInput, 'group' | 'compare'>,
  figureOf: (entry: Entry) => Figure | null,
  first: 'higher' | 'lower' = 'higher',
): TieBreakPart[] {
  const parts = new Map<string, { value: Exact; shown: string; entries: Entry[] }>()
  for (const entry of input.group) {
    const figure = figureOf(entry)
    if (figure === null) return unseparated(input.group)
    const value = input.compare === 'rounded' ? parseDecimal(figure.shown) : figure.value
    const part = parts.get(toFraction(value))
    if (part === undefined) parts.set(toFraction(value), { value, shown: figure.shown, entries: [entry] })
    else part.entries.push(entry)
  }
  const direction = first === 'higher' ? -1 : 1
  return [...parts.values()]
    .sort((a, b) => direction * compare(a.value, b.value))
    .map((part) => ({ entries: part.entries, exact: toFraction(part.value), shown: part.shown, reason: null }))
}
