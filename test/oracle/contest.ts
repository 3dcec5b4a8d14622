/**
 * What engine and oracle are both given, as plain JSON, so that a contest on which they differ can be printed and played
 * again. It never holds anything that one of them has worked out.
 */
import type { Decision, RoundInput, StageRules } from '@bang-diem/shared/scoring/types.ts'

export type Entrant = {
  readonly team: string
  readonly category: string | null
  /** Certified totals of other stages, by stage. */
  readonly carried: Readonly<Record<string, string>>
}

export type Contest = {
  readonly seed: number
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

/** Told each time that a rule has really made a difference. */
export type Note = (what: string) => void
