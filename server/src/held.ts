/**
 * The end of a contest's chain as it was stored, kept in memory: what a hub can append again to a ledger that has lost its tail.
 * It forgets from the front, and never answers for what it has forgotten.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { Ledger, StoredCommit } from './ledgers/ledger.ts'
import type { HeldLimits } from './limits.ts'

/** Nobody else can change the ledger: what it has it keeps. */
const nothing: HeldLimits = { commits: 0, characters: 0 }

/** What a hub holds of a contest that begins after `before`. */
export function heldFor(ledger: Pick<Ledger, 'isShared'>, before: Head, limits: HeldLimits): Held {
  return new Held(before, ledger.isShared ? limits : nothing)
}

export class Held {
  readonly #limits: HeldLimits
  /** The commit before the first that is kept. */
  #before: Head
  #commits: StoredCommit[] = []
  #characters = 0

  constructor(before: Head, limits: HeldLimits) {
    this.#before = before
    this.#limits = limits
  }

  /** These follow what is kept. */
  add(commits: readonly StoredCommit[]): void {
    for (const commit of commits) {
      this.#commits.push(commit)
      this.#characters += commit.line.length
    }
    // In one go now and then: taking one off the front for each that comes would copy the rest each time.
    if (this.#commits.length > 2 * this.#limits.commits || this.#characters > 2 * this.#limits.characters) this.#trim()
  }

  get all(): readonly StoredCommit[] {
    return this.#commits
  }

  /** Everything after `head`; undefined when that commit is not one of this chain, or is forgotten. */
  after(head: Head): readonly StoredCommit[] | undefined {
    if (head.number === this.#before.number) return head.hash === this.#before.hash ? this.#commits : undefined
    const index = head.number - this.#before.number - 1
    return this.#commits[index]?.hash === head.hash ? this.#commits.slice(index + 1) : undefined
  }

  #trim(): void {
    let from = Math.max(0, this.#commits.length - this.#limits.commits)
    let characters = this.#commits.slice(from).reduce((sum, { line }) => sum + line.length, 0)
    for (; characters > this.#limits.characters; from++) characters -= this.#commits[from]?.line.length ?? 0
    const last = this.#commits[from - 1]
    if (!last) return
    this.#before = { number: last.number, hash: last.hash }
    this.#commits = this.#commits.slice(from)
    this.#characters = characters
  }
}
