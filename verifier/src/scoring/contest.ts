/**
 * What is scored, as plain JSON: the rules of a stage, who is in it, and what was recorded for each team. It never holds anything that was
 * worked out.
 */
import type { Attempts, Combine, Outliers, Overtime, Placing, Rounding, TieBreak } from './rules.ts'

export type CriterionRules = {
  readonly id: string
  readonly weight: string
  /** The top of the criterion's scale, before its weight. */
  readonly maximum: string
  readonly scoredBy: 'judges' | 'secretary'
}

/** Judges who speak with one voice (SPEC S-37, S-38). */
type JudgeGroup = { readonly id: string; readonly weight: string; readonly judges: readonly string[] }

export type RoundRules = {
  readonly id: string
  readonly weight: string
  readonly criteria: readonly CriterionRules[]
  readonly judgeGroups: readonly JudgeGroup[]
  readonly hasFactor: boolean
  readonly combine: Combine
  readonly outliers: Outliers
  readonly overtime: Overtime
  readonly time: { readonly limitSeconds?: number | undefined; readonly minimumSeconds?: number | undefined }
  readonly undertime?: { readonly points: string } | undefined
}

export type StageRules = {
  readonly rounds: readonly RoundRules[]
  readonly attempts: readonly Attempts[]
  /** Stages whose certified totals count in this one (SPEC S-42). */
  readonly carryOver: readonly { readonly stage: string; readonly weight: string }[]
  readonly ownWeight: string
  readonly placing: Placing
  readonly headJudge: string | null
  readonly rounding: readonly Rounding[]
  readonly compare: 'rounded' | 'exact'
  readonly ranking: 'standard' | 'dense'
  readonly tieBreaks: readonly TieBreak[]
}

/** One judge's marks by criterion. */
export type SheetInput = { readonly judge: string; readonly marks: Readonly<Record<string, string>> }

/** A deduction or bonus that stands. */
export type LineInput = { readonly id: string; readonly points: string; readonly reason: string }

/** What was recorded for one team in one round. Sheets stand in the panel's order; an excused judge is simply absent (SPEC S-21). */
export type RoundInput = {
  readonly team: string
  readonly sheets: readonly SheetInput[]
  readonly tallied: Readonly<Record<string, string>>
  readonly factor: string | null
  readonly seconds: number | null
  readonly deductions: readonly LineInput[]
  readonly bonuses: readonly LineInput[]
}

/** An order among equal teams that was found outside the scores, best first. */
export type Decision = { readonly by: 'decision' | 'lot'; readonly teams: readonly string[]; readonly reason: string }

export type Entrant = {
  readonly team: string
  readonly category: string | null
  /** Certified totals of other stages, by stage. */
  readonly carried: Readonly<Record<string, string>>
}

export type Contest = {
  readonly rules: StageRules
  readonly entrants: readonly Entrant[]
  /** By round, then by team. */
  readonly inputs: Readonly<Record<string, Readonly<Record<string, RoundInput | null>>>>
  readonly decisions: readonly Decision[]
  /** Points by question, then by team. */
  readonly questions: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The rounds that standings count; `null`: every one. */
  readonly counted: readonly string[] | null
  /** Running totals (SPEC S-31). */
  readonly partial: boolean
}

/** Told each time that a rule has really made a difference: who tries the rules out wants to know which were tried. */
export type Note = (what: string) => void
