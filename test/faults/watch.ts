/** What people look at while a fault lasts, written down with the time at each change: lamps, and the state of connections. */
import type { Crowd } from './crowd.ts'
import type { Moment, Seen } from './fault.ts'
import type { Page } from './page.ts'

export class Watch {
  readonly #begun = performance.now()
  readonly #phones: readonly Trail[]
  readonly #mc: Trail
  readonly #hall: Trail

  /** Looks from now on, until `end`. */
  constructor({ phones, mc, stage }: Crowd) {
    this.#phones = phones.map(
      (phone) =>
        new Trail(
          () => phone.lamp,
          (listener) => [phone.outbox.subscribe(listener), phone.page.connection.subscribe(listener)],
          this.#begun,
        ),
    )
    const ofPage = (page: Page) =>
      new Trail(
        () => shownBy(page),
        (listener) => [page.connection.subscribe(listener)],
        this.#begun,
      )
    this.#mc = ofPage(mc)
    this.#hall = ofPage(stage)
  }

  end(): Seen {
    for (const trail of [...this.#phones, this.#mc, this.#hall]) trail.end()
    const [slowest] = this.#phones.map(({ moments }) => moments).sort((a, b) => lastChange(b) - lastChange(a))
    return { judge: slowest ?? [], mc: this.#mc.moments, hall: this.#hall.moments }
  }
}

class Trail {
  readonly moments: Moment[] = []
  readonly #cancels: readonly (() => void)[]

  constructor(look: () => string, subscribe: (listener: () => void) => readonly (() => void)[], begun: number) {
    const note = () => {
      const state = look()
      if (state !== this.moments.at(-1)?.state) this.moments.push({ ms: performance.now() - begun, state })
    }
    note()
    this.#cancels = subscribe(note)
  }

  end(): void {
    for (const cancel of this.#cancels) cancel()
  }
}

function lastChange(moments: readonly Moment[]): number {
  return moments.at(-1)?.ms ?? 0
}

/** The state of the connection and what the hub warns staff of. */
function shownBy({ connection, warnings }: Page): string {
  return [connection.status, ...warnings].join(' + ')
}
