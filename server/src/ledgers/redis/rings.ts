/**
 * Rings while this hub itself appends to the contest: most are that append's own, whose commits need not be read back from Redis to be
 * known. They are passed on when it has ended, so that what others have appended is not overlooked. It reads nothing itself.
 */
type OnRing = (contest: string, number: number) => void

interface Held {
  appends: number
  /** The last commit that was rung for; 0 before the first ring. */
  number: number
}

export class Rings {
  readonly #pass: OnRing
  /** Of the contests that are appended to now. */
  readonly #held = new Map<string, Held>()

  constructor(pass: OnRing) {
    this.#pass = pass
  }

  ring(contest: string, number: number): void {
    const held = this.#held.get(contest)
    if (held) held.number = Math.max(held.number, number)
    else this.#pass(contest, number)
  }

  /** Holds the contest's rings back while it is appended to. */
  async during<Result>(contest: string, append: () => Promise<Result>): Promise<Result> {
    const held = this.#held.get(contest) ?? { appends: 0, number: 0 }
    this.#held.set(contest, held)
    held.appends += 1
    try {
      return await append()
    } finally {
      held.appends -= 1
      if (held.appends === 0) {
        this.#held.delete(contest)
        if (held.number > 0) this.#pass(contest, held.number)
      }
    }
  }
}
