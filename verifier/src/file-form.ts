/**
 * Why the first line of a file cannot be read, where that is no matter of the ledger: the file is something else, or another program has saved it
 * in its own way. It takes such a file for neither right nor wrong, and never mends it.
 */
import { readCommit } from './chain.ts'

export type FormFault =
  | { readonly kind: 'empty'; readonly number: number }
  /** No line of it looks like a commit. */
  | { readonly kind: 'no-ledger'; readonly number: number }
  /** With a byte order mark before it, or other ends of lines. */
  | { readonly kind: 'saved-again'; readonly number: number; readonly as: 'BOM' | 'CRLF' }

const BYTE_ORDER_MARK = '\uFEFF'

/** `null`: the file looks like a ledger. */
export function formFaultOf(lines: readonly (string | null)[]): FormFault | null {
  const [first] = lines
  if (first === undefined) return { kind: 'empty', number: 1 }
  if (!lines.some((line) => line?.replace(BYTE_ORDER_MARK, '').startsWith('{"number":'))) {
    return { kind: 'no-ledger', number: 1 }
  }
  if (first?.startsWith(BYTE_ORDER_MARK)) return { kind: 'saved-again', number: 1, as: 'BOM' }
  const isCommit = first?.endsWith('\r') && readCommit(first.slice(0, -1)) !== null
  return isCommit ? { kind: 'saved-again', number: 1, as: 'CRLF' } : null
}

/** Nothing in the file can be checked. */
export function isNothingToCheck(kind: string): boolean {
  return kind === 'empty' || kind === 'no-ledger'
}
