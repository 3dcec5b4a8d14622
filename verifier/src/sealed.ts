/**
 * The commits that are in order, and what a receipt on paper says of one: SPEC C-8, C-9. A paper prints a commit's number with four or sixteen
 * digits of its hash, or the whole hash. It believes no digit that it does not compare.
 */
import { type Head, writtenWith } from './chain.ts'

/** What a commit brought that a paper may be of. Ids, and the name of the judge at that moment. */
export type Act =
  | {
      readonly kind: 'sheet'
      readonly judge: string
      readonly team: string
      readonly round: string
      readonly isFromPaper: boolean
    }
  | { readonly kind: 'certification'; readonly stage: string; readonly version: number }

export type Sealed = Head & { readonly acts: readonly Act[] }

/** `receipt` is as it was asked, in the way in which papers write it. */
export type ReceiptAnswer =
  | { readonly kind: 'there'; readonly receipt: string; readonly commit: Sealed }
  /** The commit of this number has another hash; `found` is as long as the receipt. */
  | { readonly kind: 'other-hash'; readonly receipt: string; readonly number: number; readonly found: string }
  /** No commit that is in order has this number. */
  | { readonly kind: 'beyond'; readonly receipt: string }
  | { readonly kind: 'unknown-hash'; readonly receipt: string }
  /** It is no receipt. */
  | { readonly kind: 'unreadable'; readonly receipt: string }

/** `asked`: a number and four or more digits of a hash, `41-8A9E`, or a whole hash alone, in any case. */
export function receiptAnswer(asked: string, sealed: readonly Sealed[]): ReceiptAnswer {
  const plain = asked
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\.$/, '')
  if (/^[0-9a-f]{64}$/i.test(plain)) {
    const commit = sealed.find(({ hash }) => hash === plain.toLowerCase())
    return commit ? { kind: 'there', receipt: plain, commit } : { kind: 'unknown-hash', receipt: plain }
  }
  const [, written = '', digits = ''] = /^0*(\d+)-([0-9a-f]{4,64})$/i.exec(plain) ?? []
  if (digits === '') return { kind: 'unreadable', receipt: asked.trim() }
  const number = Number(written)
  const receipt = `${written}-${digits.toUpperCase()}`
  const commit = sealed[number - 1]
  if (commit === undefined) return { kind: 'beyond', receipt }
  if (commit.hash.startsWith(digits.toLowerCase())) return { kind: 'there', receipt, commit }
  return { kind: 'other-hash', receipt, number, found: writtenWith(commit, digits.length) }
}
