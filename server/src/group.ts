/** How much goes into one append: as many commits and bytes as the ledger takes at once. */
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { bytesAtMost, isLongerThan } from './byte-length.ts'
import type { StoredCommit } from './ledgers/ledger.ts'
import type { FactCommit } from './stored.ts'

/** A commit that waits for its append, with the line it will be stored as. */
export interface PendingCommit {
  readonly commit: FactCommit
  readonly stored: StoredCommit
}

export interface GroupLimits {
  readonly commitsPerAppend: number
  readonly bytesPerAppend: number
  readonly bytesPerLine: number
  /** What is told to whoever waited for an append that failed. */
  readonly retrySeconds: number
}

/** The commits of the next append. Whoever fills it stops when it is full: so the state that it was decided on is the state after it. */
export class Group {
  readonly #limits: GroupLimits
  readonly #commits: PendingCommit[] = []
  #bytes = 0

  constructor(limits: GroupLimits) {
    this.#limits = limits
  }

  get commits(): readonly PendingCommit[] {
    return this.#commits
  }

  add(pending: PendingCommit): void {
    this.#commits.push(pending)
    this.#bytes += bytesAtMost(pending.stored.line)
  }

  /** True when a further commit of any length might not fit. */
  get isFull(): boolean {
    const { commitsPerAppend, bytesPerAppend, bytesPerLine } = this.#limits
    const { length } = this.#commits
    return length >= commitsPerAppend || (length > 0 && this.#bytes + bytesPerLine > bytesPerAppend)
  }
}

/** The longest beginning of `commits` that one append takes; at least one of them. */
export function firstWithin(commits: readonly StoredCommit[], limits: GroupLimits): readonly StoredCommit[] {
  let bytes = 0
  let count = 0
  for (const { line } of commits) {
    bytes += bytesAtMost(line)
    if (count > 0 && (count === limits.commitsPerAppend || bytes > limits.bytesPerAppend)) break
    count += 1
  }
  return commits.slice(0, count)
}

/** True when the ledger takes the line at all. */
export function fitsLedger({ line }: StoredCommit, { bytesPerLine }: GroupLimits): boolean {
  return !isLongerThan(line, bytesPerLine)
}

/** A command whose facts are longer than any ledger takes: a definition, or a reveal with hundreds of deductions. */
export function tooLong({ bytesPerLine }: GroupLimits): Refusal {
  return {
    code: 'command-invalid',
    problems: [{ path: '', code: 'too-long', params: { bound: String(bytesPerLine) } }],
  }
}
