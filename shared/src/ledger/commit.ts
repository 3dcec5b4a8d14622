/**
 * The chain: how a commit is sealed, written as one line, read back and checked.
 *
 * Why it is here and not in the ledgers: every ledger, copy, export and verifier must agree on the same bytes.
 * It never looks inside a fact and never stores anything.
 */
import * as v from 'valibot'

/** SHA-256 of a UTF-8 text as 64 lower-case hex digits; a parameter, because Node's own is ten times faster than pure code. */
export type Sha256 = (text: string) => string

/** A fact as the chain sees it: any JSON object with its kind and the salt that hides how few values a mark can have. */
export interface SaltedFact {
  readonly type: string
  readonly salt: string
}

/** One atomic step of a contest's history. `number` counts from 1 without gaps; `at` is hub time in ms since 1970, never decreasing. */
export interface Commit<Fact extends SaltedFact = SaltedFact> {
  readonly number: number
  readonly at: number
  /** The seat that spoke, such as `judge:gk1`, `mc`, `hub`. */
  readonly by: string
  readonly commandId: string
  readonly facts: readonly Fact[]
  readonly previous: string
  readonly hash: string
}

/** What is sealed: a commit before it has its place in the chain. */
export type Unsealed<Fact extends SaltedFact = SaltedFact> = Omit<Commit<Fact>, 'hash'>

/** Where a chain stands: the number and hash of its last commit; number 0 and the genesis hash when empty. */
export interface Head {
  readonly number: number
  readonly hash: string
}

/** `previous` of commit 1, so that no commit can be moved into another contest's chain. */
export function genesis(contest: string, sha256: Sha256): Head {
  return { number: 0, hash: sha256(`bang-diem/1/${contest}`) }
}

/** A commit with the exact line that ledgers store and exports print of it. */
export interface Sealed<Fact extends SaltedFact = SaltedFact> {
  readonly commit: Commit<Fact>
  readonly line: string
}

/** Gives the commit its hash; the facts must be plain JSON (what `JSON.parse(JSON.stringify(fact))` leaves unchanged). */
export function seal<Fact extends SaltedFact>(unsealed: Unsealed<Fact>, sha256: Sha256): Sealed<Fact> {
  const { number, at, by, commandId, facts, previous } = unsealed
  const texts = textsOf(facts)
  const commit = { number, at, by, commandId, facts, previous, hash: hashOf(unsealed, texts, sha256) }
  return { commit, line: lineOf(commit, texts) }
}

/** The JSON of each fact. It is made once for a commit: the digests are taken of it and the line repeats it. */
function textsOf(facts: readonly SaltedFact[]): readonly string[] {
  return facts.map((fact) => JSON.stringify(fact))
}

/** hash = SHA-256(JSON.stringify([previous, number, at, by, commandId, digests of the facts' JSON])). */
function hashOf({ previous, number, at, by, commandId }: Unsealed, texts: readonly string[], sha256: Sha256): string {
  return sha256(JSON.stringify([previous, number, at, by, commandId, texts.map(sha256)]))
}

/** One line of JSON without the line's end, its keys in the order of `Commit`. */
function lineOf({ number, at, by, commandId, previous, hash }: Commit, texts: readonly string[]): string {
  const who = `"by":${JSON.stringify(by)},"commandId":${JSON.stringify(commandId)}`
  return `{"number":${number},"at":${at},${who},"facts":[${texts.join()}],"previous":"${previous}","hash":"${hash}"}`
}

const hexHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const commitSchema = v.strictObject({
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  at: v.pipe(v.number(), v.safeInteger()),
  by: v.string(),
  commandId: v.string(),
  facts: v.pipe(v.array(v.looseObject({ type: v.string(), salt: v.string() })), v.minLength(1)),
  previous: hexHash,
  hash: hexHash,
})

/** Why a line does not continue the chain, in terms of the commit number where it was found. */
export type ChainFault =
  | { readonly fault: 'unreadable'; readonly number: number }
  | { readonly fault: 'out-of-order'; readonly number: number; readonly found: number }
  | { readonly fault: 'broken-link'; readonly number: number }
  | { readonly fault: 'changed'; readonly number: number }

export type ChainCheck =
  | { readonly ok: true; readonly commit: Commit }
  | { readonly ok: false; readonly fault: ChainFault }

/** The commit whose line this is; undefined when it is not the canonical text of one. Does not check the chain. */
export function decodeCommit(line: string): Commit | undefined {
  return read(line)?.commit
}

function read(line: string): { readonly commit: Commit; readonly texts: readonly string[] } | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  // A check, not a parse: the facts keep the order of their keys, on which their digests rest.
  if (!v.is(commitSchema, parsed)) return undefined
  const texts = textsOf(parsed.facts)
  return lineOf(parsed, texts) === line ? { commit: parsed, texts } : undefined
}

/** Reads the line that must follow `after` and proves that it does: number, link and every byte. */
export function checkNext(after: Head, line: string, sha256: Sha256): ChainCheck {
  const number = after.number + 1
  const found = read(line)
  if (!found) return { ok: false, fault: { fault: 'unreadable', number } }
  const { commit, texts } = found
  if (commit.number !== number) return { ok: false, fault: { fault: 'out-of-order', number, found: commit.number } }
  if (commit.previous !== after.hash) return { ok: false, fault: { fault: 'broken-link', number } }
  if (hashOf(commit, texts, sha256) !== commit.hash) return { ok: false, fault: { fault: 'changed', number } }
  return { ok: true, commit }
}

/** What a judge reads on the phone and finds again on the minutes: `128-7F3A`. */
export function receiptOf(head: Head): string {
  return `${head.number}-${head.hash.slice(0, 4).toUpperCase()}`
}
