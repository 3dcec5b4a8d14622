/** What every language has to say, and how numbers are written in each. It holds no sentence itself. */

import type { DifferentColumn } from '../differences.ts'
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

export type Words = {
  /** The columns of a difference, in the middle of a sentence. */
  readonly column: (difference: NamedDifference) => string
  readonly difference: (difference: NamedDifference, column: string) => string
  readonly definitionHash: (number: number) => string
  readonly fault: (fault: Fault) => string
  readonly agrees: (counts: { readonly commits: number; readonly tables: number; readonly last: string }) => string
  readonly agreesWithoutTable: (counts: { readonly commits: number; readonly last: string }) => string
  readonly noReceipt: (receipt: string) => string
  readonly receipt: (receipt: string) => string
  readonly usage: string
  readonly noFile: (path: string) => string
}

/** A decimal with a comma in Vietnamese; other texts as they are. */
export function numberText(text: string, language: Language): string {
  return language === 'vi' && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text
}
