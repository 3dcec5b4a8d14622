/** A clock that moves only when told, for the real connection and the real outbox. Promises settle between two timers. */
import type { Timers } from '@bang-diem/shared/link/ports.ts'

interface Planned {
  readonly at: number
  readonly action: () => void
}

export class SimulatedTimers implements Timers {
  #now = 1_000_000
  readonly #planned = new Set<Planned>()

  now(): number {
    return this.#now
  }

  after(ms: number, action: () => void): () => void {
    const planned = { at: this.#now + ms, action }
    this.#planned.add(planned)
    return () => this.#planned.delete(planned)
  }

  /** Lets `ms` milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    await settled()
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#planned.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.action()
      await settled()
    }
    this.#now = until
  }

  #next(until: number): Planned | undefined {
    return [...this.#planned].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
  }
}

/** Everything that promises had still to do is done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
