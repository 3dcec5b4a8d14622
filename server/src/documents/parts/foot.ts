/** The line at the foot of a paper: which version of a result it tells, and the record that proves it. */
import type { Language } from '@bang-diem/shared/language/say.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { type Head, receiptOf } from '@bang-diem/shared/ledger/commit.ts'
import type { Making } from '../document.ts'
import { commonWords } from '../words/common.ts'
import type { StageTable } from './stage-table.ts'
import { whenOf } from './when.ts'

/** Digits of the hash at the foot: enough that nobody finds another history with the same. The minutes carry all of them. */
const HASH_DIGITS = 16

export function headWritten({ number, hash }: Head): string {
  return `${number}-${hash.slice(0, HASH_DIGITS).toUpperCase()}`
}

/** Of a paper about a stage. */
export function stageFoot({ state, language, printedAt }: Making, table: StageTable): string {
  const words = pick(language, commonWords)
  const { certified, version, former } = table
  if (certified) return words.version(version, whenOf(certified.at, language), headWritten(certified.commit))
  const printed = whenOf(printedAt, language)
  return former
    ? words.reopened(version, headWritten(state.head), printed)
    : words.uncertified(headWritten(state.head), printed)
}

/** Of a paper that no result stands on. */
export function contestFoot({ state, language, printedAt }: Making): string {
  return pick(language, commonWords).printed(headWritten(state.head), whenOf(printedAt, language))
}

/** Of one sheet. */
export function receiptWritten(head: Head, at: number, language: Language): string {
  return `${receiptOf(head)} (${whenOf(at, language)})`
}
