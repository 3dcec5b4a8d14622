/**
 * What the engine is given: the rules of a stage and what was recorded for one team in one round. These types are the
 * engine's own; it knows neither definition nor ledger. Points are decimal strings (SPEC S-1), times whole seconds.
 */
import type { Combine } from './combine/registry.ts'
import type { Outliers } from './outliers/registry.ts'
import type { Overtime } from './overtime/registry.ts'
import type { Placing } from './placing/registry.ts'
import type { Rounding } from './rounding.ts'
import type { Attempts, Compare, Ranking, Undertime } from './schemas.ts'
import type { TieBreak } from './tie-breaks/registry.ts'

export type CriterionRules = {
  readonly id: string
  readonly weight: string
  /** The top of the criterion's scale, before its weight. */
  readonly maximum: string
  readonly scoredBy: 'judges' | 'secretary'
}

export type TimeRules = { readonly limitSeconds?: number | undefined; readonly minimumSeconds?: number | undefined }

/** Judges whose values are averaged before anything else is done with them (SPEC S-37, S-38). */
export type JudgeGroup = { readonly id: string; readonly weight: string; readonly judges: readonly string[] }

export type RoundRules = {
  readonly id: string
  readonly weight: string
  readonly criteria: readonly CriterionRules[]
  /** None: each judge speaks alone. Otherwise every judge of the panel is in exactly one. */
  readonly judgeGroups: readonly JudgeGroup[]
  /** True: the points are multiplied by a factor that is recorded for each team (SPEC S-40). */
  readonly hasFactor: boolean
  readonly combine: Combine
  readonly outliers: Outliers
  readonly overtime: Overtime
  readonly time: TimeRules
  readonly undertime?: Undertime | undefined
}

/** A stage whose certified totals count in this one. */
export type CarryOver = { readonly stage: string; readonly weight: string }

export type StageRules = {
  readonly rounds: readonly RoundRules[]
  readonly attempts: readonly Attempts[]
  readonly carryOver: readonly CarryOver[]
  /** The weight of what the stage itself gives, beside what is carried over. */
  readonly ownWeight: string
  readonly placing: Placing
  /** Whose marks the tie-break `head-judge` looks at; `null`: there is none. */
  readonly headJudge: string | null
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
  /** As recorded for the team, or `null`; asked for only where the round has a factor. */
  readonly factor: string | null
  /** How long the team took, or `null` when no time was recorded. */
  readonly seconds: number | null
  readonly deductions: readonly AdjustmentInput[]
  readonly bonuses: readonly AdjustmentInput[]
}

/** An order among equal teams that was found outside the scores: decided by people, or drawn by lot. Best first. */
export type Decision = { readonly by: 'decision' | 'lot'; readonly teams: readonly string[]; readonly reason: string }

/** What was recorded to part equal teams. */
export type TieRecords = {
  /** Oldest first. */
  readonly decisions: readonly Decision[]
  /** Points in tie-break questions: by question, then by team. */
  readonly questions: ReadonlyMap<string, ReadonlyMap<string, string>>
}
