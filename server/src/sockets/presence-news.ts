/**
 * Tells staff who is present, at most every so often for each contest, together with what they must know of the hub itself: this hub's own
 * part and what its neighbours tell of theirs. It keeps the books; who enters and leaves them is the connections' doing.
 */
import type { Presence } from '@bang-diem/shared/protocol/down.ts'
import type { Neighbours } from '../neighbours.ts'
import type { Timers } from '../timers.ts'
import { mergedPresence } from './merged-presence.ts'
import { PresenceBook } from './presence.ts'

export interface PresenceNewsOptions {
  readonly timers: Timers
  readonly intervalMs: number
  /** What staff must know of the contest's ledger; empty while all is well. */
  readonly warningsOf: (contest: string) => readonly string[]
  /** To staff: everybody. */
  readonly send: (contest: string, presence: Presence) => void
  /** They are told this hub's own part, and tell theirs. */
  readonly neighbours: Pick<Neighbours, 'tell' | 'onPresence'>
}

export class PresenceNews {
  readonly #options: PresenceNewsOptions
  readonly #books = new Map<string, PresenceBook>()
  /** Contest → whether the own part may have changed; a neighbour's news is not told back. */
  readonly #due = new Map<string, { own: boolean }>()
  /** Contest → neighbour → what it told last. */
  readonly #others = new Map<string, Map<string, Presence>>()
  /** Contests whose ledger has forgotten something that a phone holds a receipt for. */
  readonly #behind = new Set<string>()

  /** Ends the listening to neighbours. */
  readonly stop: () => void

  constructor(options: PresenceNewsOptions) {
    this.#options = options
    this.stop = options.neighbours.onPresence((hub, contest, presence) => this.#heard(hub, contest, presence))
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
    this.#plan(contest, true)
  }

  /** A neighbour's part has changed; null when it counts no longer. */
  #heard(hub: string, contest: string, presence: Presence | null): void {
    const others = this.#others.get(contest) ?? new Map<string, Presence>()
    this.#others.set(contest, others)
    if (presence) others.set(hub, presence)
    else others.delete(hub)
    this.#plan(contest, false)
  }

  #plan(contest: string, own: boolean): void {
    const due = this.#due.get(contest)
    if (due) {
      due.own ||= own
      return
    }
    const planned = { own }
    this.#due.set(contest, planned)
    this.#options.timers.after(this.#options.intervalMs, () => {
      this.#due.delete(contest)
      this.#say(contest, planned.own)
    })
  }

  #say(contest: string, own: boolean): void {
    const { warningsOf, send, neighbours } = this.#options
    const forgotten = this.#behind.has(contest) ? ['ledger-behind'] : []
    const summary = this.book(contest).summary([...new Set([...warningsOf(contest), ...forgotten])])
    if (own) neighbours.tell(contest, summary)
    send(contest, mergedPresence([summary, ...(this.#others.get(contest)?.values() ?? [])]))
  }
}
