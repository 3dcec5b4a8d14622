/** What the page says around a verdict, in each language. It knows no ledger. */
import type { Language } from '../src/words/say.ts'
import { en } from './words-en.ts'
import { vi } from './words-vi.ts'

export type PageWords = {
  readonly title: string
  readonly intro: string
  readonly choose: string
  readonly drop: string
  readonly another: string
  readonly offline: string
  readonly checking: string
  readonly unreadable: string
  readonly good: string
  readonly broken: string
  /** A fact that cannot be, or that the verifier does not know. */
  readonly unbelievable: string
  /** The file is empty, something else, or was saved in another way. */
  readonly noLedger: string
  readonly differs: string
  readonly more: (count: number) => string
  readonly facts: Readonly<
    Record<'organiser' | 'venue' | 'date' | 'teams' | 'judges' | 'commits' | 'sheets' | 'last', string>
  >
  readonly askReceipt: string
  readonly receiptHint: string
  readonly noTable: string
  /** What comes after a fault is not looked at. */
  readonly noTableBefore: string
  readonly certified: (version: number, at: string, foot: string) => string
  readonly hash: string
  readonly reopened: string
  readonly columns: Readonly<Record<'rank' | 'team' | 'total' | 'award', string>>
  readonly left: Readonly<Record<'withdrawn' | 'disqualified', string>>
  readonly workedOut: (figure: string) => string
  readonly none: string
  readonly derivations: string
  readonly openAll: string
  readonly judge: string
  readonly sheet: string
  readonly paper: string
  readonly leftOut: string
  readonly methods: Readonly<Record<string, string>>
  readonly notMarking: (judge: string, reason: string) => string
  readonly tallied: (title: string) => string
  readonly judged: string
  readonly factor: string
  readonly time: (seconds: number) => string
  readonly overtime: (seconds: number) => string
  readonly undertime: (seconds: number) => string
  readonly deduction: string
  readonly bonus: string
  readonly score: string
  readonly weight: (weight: string) => string
  readonly figure: string
  readonly notCounted: string
  readonly noScore: string
  readonly carried: (title: string, weight: string) => string
  readonly ownWeight: (weight: string) => string
  readonly total: string
  readonly equal: string
  readonly rules: Readonly<Record<string, string>>
  readonly rank: (rank: number) => string
  readonly awards: string
}

const words: Readonly<Record<Language, PageWords>> = { vi, en }

export function pageWords(language: Language): PageWords {
  return words[language]
}
