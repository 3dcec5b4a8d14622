/**
 * A medium in memory that several ledgers share, with the faults that real ones have: it is slow, out of reach, full, fails before or
 * after writing, and may lose at a crash what it had not flushed yet. What it holds at every moment is the truth of a story.
 */

import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { genesis, type Head } from '@bang-diem/shared/ledger/commit.ts'
import type { Chance } from '../robot/chance.ts'
import { between } from './entropy.ts'

/** How the medium is, and how likely an append comes to grief. */
export interface Mood {
  /** Ms that every way to the medium, and every way back, takes. */
  takes: { readonly least: number; readonly most: number }
  isOutOfReach: boolean
  isFull: boolean
  failsBefore: number
  failsAfter: number
  /** Ms by which followers lag behind. */
  lag: number
}

export const wellDisposed: Readonly<Mood> = {
  takes: { least: 0.2, most: 2 },
  isOutOfReach: false,
  isFull: false,
  failsBefore: 0,
  failsAfter: 0,
  lag: 0,
}

export type Written =
  | { readonly kind: 'written' }
  | { readonly kind: 'stale'; readonly head: Head }
  | { readonly kind: 'full' }
  | { readonly kind: 'failed' }

/**
 * What kind of medium a story has. `own`: one program's, whose death ends what it was writing. `shared`: others may write as well.
 * `slack`: shared, and what it has received is flushed a second later; its death loses what was not.
 */
export type MediumKind = 'own' | 'shared' | 'slack'

export class Medium {
  readonly kind: MediumKind
  readonly mood: Mood = { ...wellDisposed }
  /** How many times it has lost something. */
  losses = 0
  readonly #chance: Chance
  /** How many lines of each contest are safe. */
  readonly #flushed = new Map<string, number>()
  readonly #contests = new Map<string, StoredCommit[]>()
  readonly #listeners = new Set<(contest: string) => void>()

  constructor(kind: MediumKind, chance: Chance) {
    this.kind = kind
    this.#chance = chance
  }

  /** One way to the medium, or back. */
  takes(): number {
    return between(this.#chance, this.mood.takes.least, this.mood.takes.most)
  }

  /** The lines of a contest after a number. */
  lines(contest: string, after = 0): readonly StoredCommit[] {
    return (this.#contests.get(contest) ?? []).slice(after)
  }

  head(contest: string): Head {
    const last = this.#contests.get(contest)?.at(-1)
    return last ? { number: last.number, hash: last.hash } : genesis(contest, sha256)
  }

  contests(): readonly string[] {
    return [...this.#contests].flatMap(([contest, lines]) => (lines.length > 0 ? [contest] : [])).sort()
  }

  /** What an append comes to, at the moment when it has arrived. What failed may have been written. */
  write(contest: string, after: Head, commits: readonly StoredCommit[]): Written {
    if (this.mood.isOutOfReach || this.#chance() < this.mood.failsBefore) return { kind: 'failed' }
    if (this.mood.isFull) return { kind: 'full' }
    const head = this.head(contest)
    if (head.number !== after.number || head.hash !== after.hash) return { kind: 'stale', head }
    this.#contests.set(contest, [...this.lines(contest), ...commits])
    if (this.kind !== 'slack') this.flush()
    this.#tell(contest)
    return this.#chance() < this.mood.failsAfter ? { kind: 'failed' } : { kind: 'written' }
  }

  /** Everything that it holds is safe from now on. */
  flush(): void {
    for (const [contest, lines] of this.#contests) this.#flushed.set(contest, lines.length)
  }

  /** True when this commit is there and safe. */
  isSafe(contest: string, { number, hash }: Head): boolean {
    if (number > (this.#flushed.get(contest) ?? 0)) return false
    return number === 0 || this.#contests.get(contest)?.[number - 1]?.hash === hash
  }

  /** It dies, and comes back with what was safe. */
  crash(): void {
    for (const [contest, lines] of this.#contests) {
      const safe = this.#flushed.get(contest) ?? 0
      if (safe === lines.length) continue
      this.losses += 1
      this.#contests.set(contest, lines.slice(0, safe))
      this.#tell(contest)
    }
  }

  #tell(contest: string): void {
    for (const listener of [...this.#listeners]) listener(contest)
  }

  /** Calls `listener` with the contest in the moment in which something of it has changed. */
  watch(listener: (contest: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
