/**
 * What the medium held at every moment of a story, folded by nobody's hub: the measure for everything that was said. It takes in each
 * commit in the moment in which it is written, proves that it continues the chain, and keeps the picture that the hall may have of it.
 */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { checkNext, genesis, type Head } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { Fact } from '@bang-diem/shared/ledger/facts.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { hallView } from '@bang-diem/shared/views/hall.ts'
import type { Medium } from './medium.ts'

/** One step of what was true. */
export interface Moment {
  readonly number: number
  readonly hash: string
  readonly by: string
  readonly commandId: string
  /** The hall's view as one text. */
  readonly picture: string
  /** After a loss: how many commits were left. */
  readonly lost: number | null
}

export interface Written {
  readonly by: string
  readonly commandId: string
  readonly facts: readonly Fact[]
}

/** A view as one text, whatever the order of its keys. */
export function pictureOf(entries: Iterable<readonly [string, unknown]>): string {
  return JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export class Truth {
  readonly contest: string
  readonly moments: Moment[] = []
  readonly faults: string[] = []
  readonly #medium: Medium
  readonly #onCommit: (before: State, commit: Written) => void
  #state: State
  #head: Head

  /** `onCommit` is told of each commit, with the state before it. */
  constructor(contest: string, medium: Medium, onCommit: (before: State, commit: Written) => void) {
    this.contest = contest
    this.#medium = medium
    this.#onCommit = onCommit
    this.#head = genesis(contest, sha256)
    this.#state = initialState(contest, this.#head)
    medium.watch((changed) => changed === contest && this.#takeIn())
  }

  /** Folded from all that is written. */
  get state(): State {
    return this.#state
  }

  /** True when this commit is there and would survive the death of the medium. */
  isSafe(head: Head): boolean {
    return this.#medium.isSafe(this.contest, head)
  }

  /** What was lost is no longer so: what is left is folded anew. */
  #forgetLost(): void {
    const { number, hash } = this.#head
    const left = this.#medium.lines(this.contest)
    if (number === 0 || left[number - 1]?.hash === hash) return
    this.#head = genesis(this.contest, sha256)
    this.#state = initialState(this.contest, this.#head)
    for (const { line } of left) {
      const check = checkNext(this.#head, line, sha256)
      if (!check.ok) return
      evolve(this.#state, readFacts(check.commit))
      this.#head = { number: check.commit.number, hash: check.commit.hash }
    }
    const picture = pictureOf(hallView(this.#state.public))
    this.moments.push({ ...this.#head, by: '', commandId: '', picture, lost: left.length })
  }

  #takeIn(): void {
    this.#forgetLost()
    for (const { line } of this.#medium.lines(this.contest, this.#head.number)) {
      const check = checkNext(this.#head, line, sha256)
      if (!check.ok) {
        this.faults.push(`the chain breaks at commit ${check.fault.number}: ${check.fault.fault}`)
        return
      }
      const commit = readFacts(check.commit)
      if (this.#state.public.definition) this.#onCommit(this.#state, commit)
      evolve(this.#state, commit)
      const { number, hash, by, commandId } = commit
      this.#head = { number, hash }
      this.moments.push({ number, hash, by, commandId, picture: pictureOf(hallView(this.#state.public)), lost: null })
    }
  }
}
