/** What went wrong between the hub and Redis, in the ledger's words. A refusal by Redis says that nothing was done; anything else leaves it open. */
import { LedgerUnavailable, type UnavailableReason } from '../errors.ts'

/** Beginnings of error replies that come and go with the state of a server. */
const replies: readonly (readonly [string, UnavailableReason])[] = [
  ['OOM', 'out-of-memory'],
  ['READONLY', 'read-only'],
  ['MISCONF', 'disk-full'],
  ['NOAUTH', 'not-allowed'],
  ['NOPERM', 'not-allowed'],
  ['WRONGPASS', 'not-allowed'],
]

/** The fault of a command that may have been carried out, or the error itself when it is a bug. */
export function faultOf(error: unknown): LedgerUnavailable {
  const text = error instanceof Error ? error.message : String(error)
  if (!isReply(error)) return new LedgerUnavailable('not-answering', 'unknown', error)
  const reason = replies.find(([beginning]) => text.includes(beginning))?.[1] ?? 'not-answering'
  return new LedgerUnavailable(reason, 'none', error)
}

/** The same for a command that changes nothing. */
export function readFaultOf(error: unknown): LedgerUnavailable {
  const { reason } = faultOf(error)
  return new LedgerUnavailable(reason, 'none', error)
}

/** True when Redis itself said no; otherwise its connection may lead nowhere. */
export function isReply(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError'
}
