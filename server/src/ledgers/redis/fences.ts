/**
 * Which appends of this writer may still arrive. After one whose outcome is unknown the next belongs to a new epoch, and everything of
 * the old one is fenced off before anybody relies on what is read.
 */
import type { Turn } from './append-script.ts'
import type { Client } from './connect.ts'
import { fenceCall, fenceScript } from './fence-script.ts'
import { runScript } from './run-script.ts'

interface Epoch {
  readonly number: number
  /** Nothing of an earlier epoch can arrive any more. */
  readonly isFenced: boolean
}

const first: Epoch = { number: 1, isFenced: true }

export class Fences {
  readonly #client: Client
  readonly #writer: string
  readonly #epochs = new Map<string, Epoch>()

  /** `writer` names this ledger among all that write to the same Redis. */
  constructor(client: Client, writer: string) {
    this.#client = client
    this.#writer = writer
  }

  /** What the next append to the contest is sent with. */
  turn(contest: string): Turn {
    return { writer: this.#writer, epoch: this.#of(contest).number }
  }

  /** The outcome of an append is unknown. */
  doubt(contest: string): void {
    this.#epochs.set(contest, { number: this.#of(contest).number + 1, isFenced: false })
  }

  /** Resolves when whatever was sent before the last doubt has arrived or never will. */
  async certain(contest: string): Promise<void> {
    const epoch = this.#of(contest)
    if (epoch.isFenced) return
    await runScript(this.#client, fenceScript, fenceCall(contest, this.turn(contest)))
    if (this.#of(contest) === epoch) this.#epochs.set(contest, { ...epoch, isFenced: true })
  }

  #of(contest: string): Epoch {
    return this.#epochs.get(contest) ?? first
  }
}
