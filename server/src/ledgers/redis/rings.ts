/**
 * Rings while this hub itself appends to the contest: most are that append's own, whose commits need not be read back from Redis to be
 * known. They are passed on when it has ended, so that what others have appended is not overlooked. It reads nothing itself.
 */
type OnRing = (contest: string, number: number) => void

/** A ring of the clock: nobody knows how far the contest has gone. */
export const anyNumber = Number.POSITIVE_INFINITY

interface Held {
  appends: number
  /** The last commit that was rung for; 0 when none was. */
  number: number
  clock: boolean
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
    if (!held) this.#pass(contest, number)
    else if (number === anyNumber) held.clock = true
    else held.number = Math.max(held.number, number)
  }

  /** Holds the contest's rings back while it is appended to. */
  async during<Result>(contest: string, append: () => Promise<Result>): Promise<Result> {
    const held = this.#held.get(contest) ?? { appends: 0, number: 0, clock: false }
    this.#held.set(contest, held)
    held.appends += 1
    try {
      const result = await append()
      // Nothing of anybody else's lay between what was known and what is there now.
      held.clock = false
      return result
    } finally {
      held.appends -= 1
      if (held.appends === 0) this.#release(contest, held)
    }
  }

  #release(contest: string, { number, clock }: Held): void {
    this.#held.delete(contest)
    if (clock) this.#pass(contest, anyNumber)
    else if (number > 0) this.#pass(contest, number)
  }
}
