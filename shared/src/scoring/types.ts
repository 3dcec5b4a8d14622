/**
 * What the engine is given: the rules of a stage and what was recorded for one team in one round. These types are the
 * engine's own; it knows neither definition nor ledger. Points are decimal strings (SPEC S-1), times whole seconds.
 */
import type { Combine } from './combine/registry.ts'
import type { Outliers } from './outliers/registry.ts'
import type { Overtime } from './overtime/registry.ts'
import type { Rounding } from './rounding.ts'
import type { Compare, Ranking, Undertime } from './schemas.ts'
import type { TieBreak } from './tie-breaks/registry.ts'

export type CriterionRules = {
  readonly id: string
  readonly weight: string
  /** The top of the criterion's scale, before its weight. */
  readonly maximum: string
  readonly scoredBy: 'judges' | 'secretary'
}

export type TimeRules = { readonly limitSeconds?: number | undefined; readonly minimumSeconds?: number | undefined }

export type RoundRules = {
  readonly id: string
  readonly weight: string
  readonly criteria: readonly CriterionRules[]
  readonly combine: Combine
  readonly outliers: Outliers
  readonly overtime: Overtime
  readonly time: TimeRules
  readonly undertime?: Undertime | undefined
}

export type StageRules = {
  readonly rounds: readonly RoundRules[]
  readonly rounding: readonly Rounding[]
  readonly compare: Compare
  readonly ranking: Ranking
  readonly tieBreaks: readonly TieBreak[]
}

/** One judge's marks by criterion; a mark for every criterion that judges score. */
export type SheetInput = { readonly judge: string; readonly marks: Readonly<Record<string, string>> }

/** A deduction or bonus that stands; withdrawn ones are not given to the engine. */
export type AdjustmentInput = { readonly id: string; readonly points: string; readonly reason: string }

/** What was recorded for one team in one round. */
export type RoundInput = {
  readonly team: string
  /** In the panel's order; an excused judge is simply absent (SPEC S-21). */
  readonly sheets: readonly SheetInput[]
  /** The secretary's points by criterion. */
  readonly tallied: Readonly<Record<string, string>>
  /** How long the team took, or `null` when no time was recorded. */
  readonly seconds: number | null
  readonly deductions: readonly AdjustmentInput[]
  readonly bonuses: readonly AdjustmentInput[]
}

/** An order among equal teams that was decided outside the scores, such as by drawing lots. */
export type Decision = { readonly teams: readonly string[]; readonly reason: string }
