/**
 * Tells staff who is present, at most every so often for each contest, together with what they must know of the hub itself.
 * It keeps the books; who enters and leaves them is the connections' doing.
 */
import type { Presence } from '@bang-diem/shared/protocol/down.ts'
import type { Timers } from '../timers.ts'
import { PresenceBook } from './presence.ts'

export interface PresenceNewsOptions {
  readonly timers: Timers
  readonly intervalMs: number
  /** What staff must know of the contest's ledger; empty while all is well. */
  readonly warningsOf: (contest: string) => readonly string[]
  readonly send: (contest: string, presence: Presence) => void
}

export class PresenceNews {
  readonly #options: PresenceNewsOptions
  readonly #books = new Map<string, PresenceBook>()
  readonly #due = new Set<string>()
  /** Contests whose ledger has forgotten something that a phone holds a receipt for. */
  readonly #behind = new Set<string>()

  constructor(options: PresenceNewsOptions) {
    this.#options = options
  }

  book(contest: string): PresenceBook {
    const book = this.#books.get(contest) ?? new PresenceBook()
    this.#books.set(contest, book)
    return book
  }

  /** Told once: what was forgotten stays so, and a phone that says it again says nothing new. */
  isBehind(contest: string): void {
    if (this.#behind.has(contest)) return
    this.#behind.add(contest)
    this.changed(contest)
  }

  changed(contest: string): void {
    if (this.#due.has(contest)) return
    this.#due.add(contest)
    const { timers, intervalMs, warningsOf, send } = this.#options
    timers.after(intervalMs, () => {
      this.#due.delete(contest)
      const forgotten = this.#behind.has(contest) ? ['ledger-behind'] : []
      send(contest, this.book(contest).summary([...new Set([...warningsOf(contest), ...forgotten])]))
    })
  }
}
