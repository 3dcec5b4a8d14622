/** Which contest this screen opens when its address names none: the newest, as soon as there is one. */
import { listContests } from '@bang-diem/shared/link/api.ts'

/** Ms between two questions; calm, since nobody is waiting at a keyboard. */
const ASKS_EVERY = 3000

export class NewestContest {
  #id = $state.raw<string | null>(null)
  #answer = $state.raw<'none-yet' | 'none' | 'no-connection'>('none-yet')
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    void this.#ask()
  }

  get id(): string | null {
    return this.#id
  }

  /** Why there is no id: the hub has no contest, or has not answered. */
  get answer(): 'none-yet' | 'none' | 'no-connection' {
    return this.#answer
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #ask(): Promise<void> {
    const outcome = await listContests()
    const newest = outcome.ok ? outcome.value[0] : undefined
    if (newest !== undefined) {
      this.#id = newest.id
      return
    }
    this.#answer = outcome.ok ? 'none' : 'no-connection'
    this.#timer = setTimeout(() => void this.#ask(), ASKS_EVERY)
  }
}
