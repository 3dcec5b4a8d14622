/**
 * The answers that wait for commits to become certain, in the order of the commits. It knows neither commands nor ledgers.
 */
export interface Awaiting {
  /** The number of the commit after which this may be answered. */
  readonly after: number
}

export class WaitingList<Item extends Awaiting> {
  /** The lowest first: what a commit settles is always a beginning of it. */
  #items: Item[] = []

  add(item: Item): void {
    const last = this.#items.at(-1)
    if (!last || last.after <= item.after) {
      this.#items.push(item)
      return
    }
    // The repeat of a command that is on its way stands beside the first.
    const before = this.#items.findLastIndex(({ after }) => after <= item.after)
    this.#items.splice(before + 1, 0, item)
  }

  /** Takes out what waits for nothing beyond commit `number`. */
  takeUpTo(number: number): readonly Item[] {
    const first = this.#items.findIndex(({ after }) => after > number)
    return this.#items.splice(0, first < 0 ? this.#items.length : first)
  }

  takeAll(): readonly Item[] {
    const items = this.#items
    this.#items = []
    return items
  }
}
