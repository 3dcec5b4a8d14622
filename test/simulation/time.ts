/**
 * The one clock of a story: everything that hubs, pages, the network and the medium do later is an event on it. Events run one by one, in
 * the order of their moments and, at one moment, in the order in which they were planned; promises settle between two of them. So the
 * same story is told again byte for byte. It knows nothing of what the events are.
 */

/** Calls off what was planned. */
export type Cancel = () => void

interface Planned {
  readonly at: number
  /** Of two events at one moment the one that was planned first comes first. */
  readonly order: number
  task: (() => void) | null
}

export class SimulatedTime {
  #now = 0
  #order = 0
  /** A binary heap, the next event first. */
  readonly #heap: Planned[] = []

  /** Ms since the story began. */
  now(): number {
    return this.#now
  }

  after(ms: number, task: () => void): Cancel {
    const planned: Planned = { at: this.#now + Math.max(0, ms), order: this.#order, task }
    this.#order += 1
    this.#push(planned)
    return () => {
      planned.task = null
    }
  }

  /** The clock as timers that never sleep and never end. */
  asTimers(): { after(ms: number, task: () => void): Cancel; soon(task: () => void): void } {
    return { after: (ms, task) => this.after(ms, task), soon: (task) => void this.after(0, task) }
  }

  /** Runs events until `isOver` says so, or until `until`; false when it came to `until`. */
  async run(until: number, isOver: () => boolean): Promise<boolean> {
    await settled()
    while (!isOver()) {
      if ((this.#heap[0]?.at ?? Number.POSITIVE_INFINITY) > until) {
        this.#now = until
        return false
      }
      const next = this.#pop()
      if (!next?.task) continue
      this.#now = next.at
      next.task()
      await settled()
    }
    return true
  }

  #push(planned: Planned): void {
    const heap = this.#heap
    let place = heap.length
    heap.push(planned)
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (!parent || isBefore(parent, planned)) break
      heap[place] = parent
      place = above
    }
    heap[place] = planned
  }

  #pop(): Planned | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first && last && first !== last) this.#sink(last)
    return first
  }

  /** Puts an event where the first one was, and lets it sink to its place. */
  #sink(planned: Planned): void {
    const heap = this.#heap
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      const [one, other] = [heap[left], heap[left + 1]]
      if (!one) break
      const [child, below] = other && isBefore(other, one) ? [other, left + 1] : [one, left]
      if (isBefore(planned, child)) break
      heap[place] = child
      place = below
    }
    heap[place] = planned
  }
}

function isBefore(one: Planned, other: Planned): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}

/** Everything that promises had still to do is done: the microtasks and ticks of this turn of the event loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
