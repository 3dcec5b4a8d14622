/**
 * Tells pages that what they were told as received is durable now. Nobody else hears of it, and a page never of more than it asked for:
 * not the hall, which has no commands, and not another judge.
 */
import type { Page } from './page.ts'

export class KeptNews {
  /** The pages that wait for such news, by contest. */
  readonly #waiting = new Map<string, Set<Page>>()

  /** The page was answered; if something of its own is not durable yet, it will be told. */
  answered(page: Page): void {
    const { unkept, room } = page.connection
    // A page may be gone before its answer is there: it will say what it holds when it comes back.
    if (unkept.isEmpty || !page.socket.connected) return
    const waiting = this.#waiting.get(room.contest) ?? new Set()
    this.#waiting.set(room.contest, waiting.add(page))
  }

  /** Everything up to commit `number` is durable now. */
  kept(contest: string, number: number): void {
    const waiting = this.#waiting.get(contest)
    for (const page of waiting ?? []) {
      const { unkept } = page.connection
      const commit = unkept.takeUpTo(number)
      if (commit !== undefined) page.socket.emit('durable', { commit })
      if (unkept.isEmpty) waiting?.delete(page)
    }
  }

  left(page: Page): void {
    this.#waiting.get(page.connection.room.contest)?.delete(page)
  }
}
