/**
 * Why a command is not done: a closed union of noun phrases with their parameters. A refusal changes nothing.
 * It holds no words for people: `language/` turns it into a sentence that names the field and the bound.
 */
import type { Problem } from '../contest/problems.ts'
import type { Awaited } from '../scoring/results.ts'

/** What a team's score in a round still waits for. */
export interface Missing {
  readonly round: string
  readonly team: string
  /** Judges whose sheets are not in. */
  readonly judges: readonly string[]
  /** How many more judges there are, where a list is shortened. */
  readonly moreJudges?: number | undefined
  /** Criteria that the secretary has not tallied. */
  readonly criteria: readonly string[]
  /** True when the time is not recorded and the round has a rule about it. */
  readonly time: boolean
  /** True when the round has a factor and it is not recorded. */
  readonly factor: boolean
}

export type ReferenceField =
  | 'stage'
  | 'round'
  | 'team'
  | 'judge'
  | 'criterion'
  | 'question'
  | 'award'
  | 'request'
  | 'line'
  | 'cue'
  | 'seat'

export type Refusal =
  // form and identity
  | { readonly code: 'command-invalid'; readonly problems: readonly Problem[] }
  | { readonly code: 'id-reused' }
  | { readonly code: 'role-not-allowed'; readonly role: string; readonly command: string }
  | { readonly code: 'seat-required' }
  | { readonly code: 'seat-revoked' }
  | { readonly code: 'seat-taken-over' }
  | { readonly code: 'link-unknown' }
  | { readonly code: 'reference-unknown'; readonly field: ReferenceField; readonly id: string }
  // the show
  | { readonly code: 'cue-moved'; readonly onAir: string | null }
  | { readonly code: 'cue-out-of-turn'; readonly cue: string; readonly next: string | null }
  | { readonly code: 'sheets-missing'; readonly missing: readonly Missing[] }
  | { readonly code: 'not-certified'; readonly stage: string }
  | { readonly code: 'order-missing'; readonly round: string }
  | { readonly code: 'nothing-on-air' }
  | { readonly code: 'timer-without-team' }
  | { readonly code: 'gate-not-yours'; readonly cue: string }
  // sheets
  | { readonly code: 'sheet-not-open'; readonly round: string; readonly team: string }
  | { readonly code: 'sheet-closed'; readonly round: string; readonly team: string }
  | { readonly code: 'sheet-submitted'; readonly round: string; readonly team: string }
  | { readonly code: 'sheet-moved-on'; readonly revision: number }
  | { readonly code: 'sheet-absent'; readonly round: string; readonly team: string; readonly judge: string }
  | { readonly code: 'judge-not-on-panel'; readonly round: string; readonly judge: string }
  | { readonly code: 'judge-excused'; readonly round: string; readonly team: string; readonly judge: string }
  | { readonly code: 'judge-not-excused'; readonly round: string; readonly team: string; readonly judge: string }
  | { readonly code: 'judge-away'; readonly judge: string }
  | { readonly code: 'judge-not-away'; readonly judge: string }
  | { readonly code: 'mark-missing'; readonly criteria: readonly string[] }
  | { readonly code: 'mark-unknown'; readonly criterion: string }
  | { readonly code: 'mark-out-of-range'; readonly criterion: string; readonly min: string; readonly max: string }
  | {
      readonly code: 'mark-off-step'
      readonly criterion: string
      readonly min: string
      readonly step: string
    }
  // the desk
  | { readonly code: 'criterion-not-tallied'; readonly criterion: string }
  | { readonly code: 'points-out-of-range'; readonly max: string }
  | { readonly code: 'factor-not-used'; readonly round: string }
  | { readonly code: 'factor-out-of-range'; readonly min: string; readonly max: string }
  | { readonly code: 'team-not-entered'; readonly team: string; readonly stage: string }
  | { readonly code: 'team-withdrawn'; readonly team: string }
  | { readonly code: 'team-called'; readonly team: string }
  | { readonly code: 'order-incomplete'; readonly round: string }
  | { readonly code: 'line-withdrawn'; readonly line: string }
  | { readonly code: 'time-without-performance'; readonly round: string; readonly team: string }
  // two people, ties, certification
  | { readonly code: 'request-settled'; readonly request: string }
  | { readonly code: 'request-waiting'; readonly request: string }
  | { readonly code: 'second-person-required' }
  | { readonly code: 'tie-absent'; readonly stage: string; readonly teams: readonly string[] }
  /** `awaits` says what must be recorded: a decision, lots, points in a question. */
  | {
      readonly code: 'tie-undecided'
      readonly stage: string
      readonly teams: readonly string[]
      readonly awaits: Awaited['by']
    }
  /** Equal teams across a cut, of whom only so many can come on. */
  | { readonly code: 'cut-tied'; readonly stage: string; readonly teams: readonly string[]; readonly places: number }
  | { readonly code: 'not-announced'; readonly stage: string }
  | { readonly code: 'stage-not-cut'; readonly stage: string }
  | { readonly code: 'stage-begun'; readonly stage: string }
  | { readonly code: 'entrants-unsettled'; readonly stage: string }
  | { readonly code: 'award-not-picked'; readonly award: string }
  | { readonly code: 'award-absent'; readonly award: string; readonly team: string }
  | { readonly code: 'award-unpicked'; readonly award: string }
  | { readonly code: 'award-announced'; readonly award: string }
  | { readonly code: 'requests-waiting'; readonly requests: readonly string[] }
  | { readonly code: 'stage-certified'; readonly stage: string }
  | { readonly code: 'definition-invalid'; readonly problems: readonly Problem[] }
  | { readonly code: 'definition-in-use'; readonly path: string }
  // the hub
  | { readonly code: 'contest-unknown'; readonly contest: string }
  | { readonly code: 'contest-exists'; readonly contest: string }
  | { readonly code: 'ledger-unavailable'; readonly reason: string; readonly seconds: number }
  | { readonly code: 'hub-stopping' }
  | { readonly code: 'hub-behind'; readonly seconds: number }
  | { readonly code: 'too-many-requests'; readonly seconds: number }

export type RefusalCode = Refusal['code']
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { code: Code }>
