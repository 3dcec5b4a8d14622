/** What every language has to say, and how numbers are written in each. It holds no sentence itself. */

import type { DifferentColumn } from '../differences.ts'
import type { ReceiptAnswer } from '../sealed.ts'
import type { Fault } from '../verified.ts'

export type Language = 'vi' | 'en'

/** What a difference is about, with names in place of ids. */
export type NamedDifference = {
  readonly kind: 'certified' | 'told'
  readonly number: number
  readonly stage: string
  readonly team: string | null
  readonly column: DifferentColumn
  readonly round: string | null
  readonly award: string | null
  /** As the language writes them; `null`: nothing. */
  readonly found: string | null
  readonly worked: string | null
}

/** A receipt that is in the ledger: its commit in all digits, and in words what that brought. */
export type NamedReceipt = {
  readonly receipt: string
  readonly number: number
  readonly hash: string
  /** None: neither a sheet nor a certification. */
  readonly acts: readonly string[]
}

export type Words = {
  /** The columns of a difference, in the middle of a sentence. */
  readonly column: (difference: NamedDifference) => string
  readonly difference: (difference: NamedDifference, column: string) => string
  readonly definitionHash: (number: number) => string
  readonly fault: (fault: Fault) => string
  readonly agrees: (counts: { readonly commits: number; readonly tables: number; readonly last: string }) => string
  readonly agreesWithoutTable: (counts: { readonly commits: number; readonly last: string }) => string
  readonly sheet: (sheet: {
    readonly judge: string
    readonly team: string
    readonly round: string
    readonly isFromPaper: boolean
  }) => string
  readonly certification: (stage: string, version: number) => string
  /** A line below the verdict; `foot` is as at the foot of a paper, the hash all digits. */
  readonly certified: (certification: string, foot: string, hash: string) => string
  readonly receipt: (named: NamedReceipt) => string
  /** `commits` are those in order; after a fault (`isBroken`) nobody knows what follows. */
  readonly noReceipt: (
    answer: Exclude<ReceiptAnswer, { kind: 'there' }>,
    ledger: { readonly commits: number; readonly isBroken: boolean },
  ) => string
  readonly usage: string
  readonly noFile: (path: string) => string
}

/** A decimal with a comma in Vietnamese; other texts as they are. */
export function numberText(text: string, language: Language): string {
  return language === 'vi' && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text
}
