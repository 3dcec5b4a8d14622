/**
 * Why a command was not done, in a polite sentence. A refusal comes over the wire unchecked: its code and each of its parameters
 * are looked at here, in one place, and what is not understood gets a general sentence. Never a code alone, and never an exception.
 */

import type { Problem } from '../contest/problems.ts'
import type { Missing, Refusal, RefusalCode, RefusalOf } from '../rules/refusals.ts'
import type { Awaited } from '../scoring/results.ts'
import { refusals as en } from './en/refusals.ts'
import type { Names } from './names.ts'
import { isProblem } from './problems.ts'
import { type Language, pick } from './say.ts'
import { refusals as vi } from './vi/refusals.ts'

type ByCode = { readonly [Code in RefusalCode]: RefusalOf<Code> }

/** A sentence for every code, and one for codes that this page does not know. */
export interface RefusalWords {
  readonly of: { readonly [Code in RefusalCode]: (refusal: ByCode[Code], names: Names) => string }
  /** Codes that no command is answered with. */
  readonly atTheDoor: { readonly [Code in (typeof doorCodes)[number]]: string }
  readonly unknown: string
}

/** What only a handshake or an HTTP call is refused with. */
const doorCodes = [
  'session-unknown',
  'protocol-unsupported',
  'handshake-invalid',
  'key-required',
  'not-found',
  'body-invalid',
  'body-too-large',
  'document-not-ready',
  'document-too-large',
  'document-empty',
] as const

/** A refusal as it came: a code, and parameters that nobody has checked. */
export interface UncheckedRefusal {
  readonly code: string
  readonly [param: string]: unknown
}

/** The sentence that tells a person why. */
export function tellRefusal(refusal: UncheckedRefusal, language: Language, names: Names): string {
  const words = pick<RefusalWords>(language, { vi, en })
  const atTheDoor = doorCodes.find((code) => code === refusal.code)
  if (atTheDoor !== undefined) return words.atTheDoor[atTheDoor]
  return isRefusal(refusal) ? sentence(words, refusal.code, refusal, names) : words.unknown
}

function sentence<Code extends RefusalCode>(
  words: RefusalWords,
  code: Code,
  refusal: ByCode[Code],
  names: Names,
): string {
  return words.of[code](refusal, names)
}

/** How each kind of parameter is recognised; the table below names one for every parameter of every code. */
const checks = {
  text: (value: unknown): value is string => typeof value === 'string',
  'text-or-null': (value: unknown): value is string | null => value === null || typeof value === 'string',
  awaited: (value: unknown): value is Awaited['by'] => value === 'decision' || value === 'lot' || value === 'question',
  number: (value: unknown): value is number => typeof value === 'number',
  texts: (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(checks.text),
  missing: (value: unknown): value is readonly Missing[] => Array.isArray(value) && value.every(isMissing),
  problems: (value: unknown): value is readonly Problem[] => Array.isArray(value) && value.every(isProblem),
}

type KindOf<Value> = [Value] extends [Awaited['by']]
  ? 'awaited'
  : [Value] extends [string]
    ? 'text'
    : [Value] extends [string | null]
      ? 'text-or-null'
      : [Value] extends [number]
        ? 'number'
        : [Value] extends [readonly string[]]
          ? 'texts'
          : [Value] extends [readonly Missing[]]
            ? 'missing'
            : 'problems'

type Params = {
  readonly [Code in RefusalCode]: {
    readonly [Param in Exclude<keyof ByCode[Code], 'code'>]: KindOf<ByCode[Code][Param]>
  }
}

const none = {}
const roundTeam = { round: 'text', team: 'text' } as const
const roundTeamJudge = { ...roundTeam, judge: 'text' } as const
const tied = { stage: 'text', teams: 'texts' } as const

const params: Params = {
  'command-invalid': { problems: 'problems' },
  'id-reused': none,
  'role-not-allowed': { role: 'text', command: 'text' },
  'seat-required': none,
  'seat-revoked': none,
  'seat-taken-over': none,
  'link-unknown': none,
  'reference-unknown': { field: 'text', id: 'text' },
  'cue-moved': { onAir: 'text-or-null' },
  'cue-out-of-turn': { cue: 'text', next: 'text-or-null' },
  'sheets-missing': { missing: 'missing' },
  'not-certified': { stage: 'text' },
  'order-missing': { round: 'text' },
  'nothing-on-air': none,
  'timer-without-team': none,
  'gate-not-yours': { cue: 'text' },
  'sheet-not-open': roundTeam,
  'sheet-closed': roundTeam,
  'sheet-submitted': roundTeam,
  'sheet-moved-on': { revision: 'number' },
  'sheet-absent': roundTeamJudge,
  'judge-not-on-panel': { round: 'text', judge: 'text' },
  'judge-excused': roundTeamJudge,
  'judge-not-excused': roundTeamJudge,
  'judge-away': { judge: 'text' },
  'judge-not-away': { judge: 'text' },
  'mark-missing': { criteria: 'texts' },
  'mark-unknown': { criterion: 'text' },
  'mark-out-of-range': { criterion: 'text', min: 'text', max: 'text' },
  'mark-off-step': { criterion: 'text', min: 'text', step: 'text' },
  'criterion-not-tallied': { criterion: 'text' },
  'points-out-of-range': { max: 'text' },
  'factor-not-used': { round: 'text' },
  'factor-out-of-range': { min: 'text', max: 'text' },
  'team-not-entered': { team: 'text', stage: 'text' },
  'team-withdrawn': { team: 'text' },
  'team-called': { team: 'text' },
  'order-incomplete': { round: 'text' },
  'line-withdrawn': { line: 'text' },
  'time-without-performance': roundTeam,
  'request-settled': { request: 'text' },
  'request-waiting': { request: 'text' },
  'second-person-required': none,
  'tie-absent': tied,
  'tie-undecided': { ...tied, awaits: 'awaited' },
  'cut-tied': { ...tied, places: 'number' },
  'not-announced': { stage: 'text' },
  'stage-not-cut': { stage: 'text' },
  'stage-begun': { stage: 'text' },
  'entrants-unsettled': { stage: 'text' },
  'award-not-picked': { award: 'text' },
  'award-absent': { award: 'text', team: 'text' },
  'award-unpicked': { award: 'text' },
  'award-announced': { award: 'text' },
  'requests-waiting': { requests: 'texts' },
  'stage-certified': { stage: 'text' },
  'definition-invalid': { problems: 'problems' },
  'definition-in-use': { path: 'text' },
  'contest-unknown': { contest: 'text' },
  'contest-exists': { contest: 'text' },
  'ledger-unavailable': { reason: 'text', seconds: 'number' },
  'hub-stopping': none,
  'hub-behind': { seconds: 'number' },
  'too-many-requests': { seconds: 'number' },
}

function isKnownCode(code: string): code is RefusalCode {
  return Object.keys(params).includes(code)
}

/** True when the code is known and every parameter is there and of its kind. */
function isRefusal(refusal: UncheckedRefusal): refusal is Refusal {
  if (!isKnownCode(refusal.code)) return false
  const wanted: Readonly<Record<string, keyof typeof checks>> = params[refusal.code]
  return Object.entries(wanted).every(([param, kind]) => checks[kind](refusal[param]))
}

function isMissing(value: unknown): value is Missing {
  if (typeof value !== 'object' || value === null) return false
  return (
    'round' in value &&
    checks.text(value.round) &&
    'team' in value &&
    checks.text(value.team) &&
    'judges' in value &&
    checks.texts(value.judges) &&
    (!('moreJudges' in value) || value.moreJudges === undefined || checks.number(value.moreJudges)) &&
    'criteria' in value &&
    checks.texts(value.criteria) &&
    'time' in value &&
    typeof value.time === 'boolean' &&
    'factor' in value &&
    typeof value.factor === 'boolean'
  )
}
