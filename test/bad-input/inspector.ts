/** Keeps count of the tries: after each the ledgers must stand where they stood and the hub must live. */
import type { World } from './world.ts'

/** What a try came to: the answer in short, and why it is wrong; null when it is as it should be. */
export interface Verdict {
  readonly answer: string
  readonly wrong: string | null
}

interface Row extends Verdict {
  readonly what: string
}

export class Inspector {
  readonly rows: Row[] = []
  changed = 0
  crashed = 0
  readonly #world: World
  #heads = ''

  constructor(world: World) {
    this.#world = world
  }

  /** Says that the ledgers may have grown: they are compared with this moment from now on. */
  async settle(): Promise<void> {
    this.#heads = await this.#world.heads()
  }

  async try(what: string, act: () => Promise<Verdict>): Promise<void> {
    let verdict: Verdict
    try {
      verdict = await act()
    } catch (error) {
      verdict = { answer: 'none', wrong: `no answer: ${error instanceof Error ? error.message : String(error)}` }
    }
    const alive = await this.#world.isAlive().catch(() => false)
    if (!alive) {
      this.crashed += 1
      throw new Error(`the hub died of: ${what}\n${this.#world.printed()}`)
    }
    const heads = await this.#world.heads()
    const moved = heads !== this.#heads
    if (moved) this.changed += 1
    this.#heads = heads
    const wrong = moved ? `the ledger has changed; ${verdict.wrong ?? ''}` : verdict.wrong
    this.rows.push({ what, answer: verdict.answer, wrong })
  }

  get wrong(): readonly Row[] {
    return this.rows.filter(({ wrong }) => wrong !== null)
  }
}
