/** What `decide` answers, and the two ways of answering. */
import type { FactBody } from '../ledger/facts.ts'
import type { Refusal } from './refusals.ts'

export type Decision =
  | { readonly ok: true; readonly facts: readonly FactBody[] }
  | { readonly ok: false; readonly refusal: Refusal }

export function accept(...facts: readonly FactBody[]): Decision {
  return { ok: true, facts }
}

export function refuse(refusal: Refusal): Decision {
  return { ok: false, refusal }
}
