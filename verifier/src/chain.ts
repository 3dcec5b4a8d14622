/**
 * The chain of a ledger, read and checked from SPEC L-1 to L-6 alone: what a commit is, and why a line does not go on from the one before. It
 * looks into no fact but the first, which says whose history this is.
 */
import * as v from 'valibot'
import type { Sha256 } from './sha256.ts'

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const commitSchema = v.strictObject({
  number: v.pipe(v.number(), v.safeInteger()),
  at: v.pipe(v.number(), v.safeInteger()),
  by: v.string(),
  commandId: v.string(),
  facts: v.pipe(v.array(v.looseObject({ type: v.string(), salt: v.string() })), v.minLength(1)),
  previous: hex,
  hash: hex,
})
export type Commit = v.InferOutput<typeof commitSchema>

const keys = Object.keys(commitSchema.entries).join()

/** The last moment that a date can be of, in ms since 1970. */
const LAST_MOMENT = 8.64e15

/** Where the chain stands: its last commit; number 0 before the first. */
export type Head = { readonly number: number; readonly hash: string }

export type ChainFault =
  /** The line is no commit, or not the canonical text of one. `isLast`: nothing comes after it. */
  | { readonly kind: 'unreadable'; readonly number: number; readonly isLast: boolean }
  /** Another number stands where this one belongs, which comes later (`isLater`), or nowhere. */
  | { readonly kind: 'missing'; readonly number: number; readonly found: number; readonly isLater: boolean }
  /** A commit that was there already. */
  | { readonly kind: 'repeated'; readonly number: number; readonly found: number }
  /** It names another commit as the one before it. */
  | { readonly kind: 'unlinked'; readonly number: number }
  /** Its hash is not that of what it says. */
  | { readonly kind: 'changed'; readonly number: number }
  /** Its time is no day of a calendar. */
  | { readonly kind: 'undated'; readonly number: number }
  /** The first commit creates no contest. */
  | { readonly kind: 'no-contest'; readonly number: number }

/** The commit that a line is; `null` when it is not the canonical text of one (SPEC L-3). */
export function readCommit(line: string | null): Commit | null {
  if (line === null) return null
  const parsed = parsedJson(line)
  if (!v.is(commitSchema, parsed) || Object.keys(parsed).join() !== keys) return null
  return isWritten(parsed, line) ? parsed : null
}

/** Whether this is how a value is written; one that is nested deeper than can be written is no commit's. */
function isWritten(value: unknown, line: string): boolean {
  try {
    return JSON.stringify(value) === line
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function parsedJson(line: string): unknown {
  try {
    const parsed: unknown = JSON.parse(line)
    return parsed
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** SPEC L-1. */
function hashOf({ previous, number, at, by, commandId, facts }: Commit, sha256: Sha256): string {
  const digests = facts.map((fact) => sha256(JSON.stringify(fact)))
  return sha256(JSON.stringify([previous, number, at, by, commandId, digests]))
}

/** The id of the contest that a first commit creates. */
function contestOf({ facts: [first] }: Commit): string | null {
  const created = v.safeParse(
    v.looseObject({ type: v.literal('contest-created'), definition: v.looseObject({ id: v.string() }) }),
    first,
  )
  return created.success ? created.output.definition.id : null
}

/** What SPEC L-2 asks a commit to go on from. */
function previousOf(commit: Commit, head: Head, sha256: Sha256): string | null {
  if (head.number > 0) return head.hash
  const contest = contestOf(commit)
  return contest === null ? null : sha256(`bang-diem/1/${contest}`)
}

/** Why a commit does not go on from `head`; `null` when it does. `isThere` tells whether a later line has a number. */
export function faultOf(
  commit: Commit,
  head: Head,
  sha256: Sha256,
  isThere: (number: number) => boolean,
): ChainFault | null {
  const number = head.number + 1
  const { number: found } = commit
  if (found > number) return { kind: 'missing', number, found, isLater: isThere(number) }
  if (found < number) return { kind: 'repeated', number, found }
  const previous = previousOf(commit, head, sha256)
  if (previous === null) return { kind: 'no-contest', number }
  // A changed byte in the link itself is a change of this commit; a whole other commit has a hash that fits what it says.
  if (hashOf(commit, sha256) !== commit.hash) return { kind: 'changed', number }
  if (commit.previous !== previous) return { kind: 'unlinked', number }
  return commit.at >= 0 && commit.at <= LAST_MOMENT ? null : { kind: 'undated', number }
}

/** SPEC L-6. */
export function receiptOf(head: Head): string {
  return writtenWith(head, 4)
}

/** As the foot of a paper has it. */
export function footOf(head: Head): string {
  return writtenWith(head, 16)
}

/** A commit's number with so many digits of its hash. */
export function writtenWith({ number, hash }: Head, digits: number): string {
  return `${number}-${hash.slice(0, digits).toUpperCase()}`
}
