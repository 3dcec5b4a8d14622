/**
 * Time that moves only when told, for everything that the hub schedules. Two hubs on it do the same things at the same moments, so
 * that what remains different between them can only come from what they were told.
 */
import type { Timers } from '@bang-diem/server/timers.ts'

interface Planned {
  readonly at: number
  readonly task: () => void
}

export class VirtualTime implements Timers {
  #now = 0
  #soon: (() => void)[] = []
  readonly #planned = new Set<Planned>()

  /** Ms since the hub's start. */
  now(): number {
    return this.#now
  }

  after(ms: number, task: () => void): () => void {
    const planned = { at: this.#now + ms, task }
    this.#planned.add(planned)
    return () => this.#planned.delete(planned)
  }

  soon(task: () => void): void {
    this.#soon.push(task)
  }

  /** Runs what was to run as soon as possible, and what that asks for in turn; false when nothing was. */
  runSoon(): boolean {
    const ran = this.#soon.length > 0
    while (this.#soon.length > 0) this.runRound()
    return ran
  }

  /** One round of the event loop: what was to run as soon as possible, and nothing that it asks for. */
  runRound(): void {
    const tasks = this.#soon
    this.#soon = []
    for (const task of tasks) task()
  }

  /** Moves to the next moment with something to do, not beyond `until`, and does it; false when there is none. */
  runNext(until: number): boolean {
    const next = Math.min(...[...this.#planned].map(({ at }) => at))
    if (next > until) return false
    this.#now = Math.max(this.#now, next)
    const due = [...this.#planned].filter(({ at }) => at <= next)
    for (const planned of due) if (this.#planned.delete(planned)) planned.task()
    return true
  }

  /** Moves to `until`, before which nothing is left to do. */
  reach(until: number): void {
    this.#now = until
  }
}
