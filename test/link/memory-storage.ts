/** A phone's storage that the test can look into, make slow and make fail. */
import type { KeptCommand } from '@bang-diem/shared/link/kept-command.ts'
import type { OutboxStorage } from '@bang-diem/shared/link/outbox-storage.ts'

export class MemoryStorage implements OutboxStorage {
  readonly kept = new Map<string, string>()
  /** `works`; `fails` rejects; `hangs` keeps everybody waiting until `release`. */
  mood: 'works' | 'fails' | 'hangs' = 'works'
  #waiting: (() => void)[] = []

  async load(): Promise<readonly KeptCommand[]> {
    await this.#turn()
    return [...this.kept.values()].map((text) => JSON.parse(text))
  }

  async put(kept: KeptCommand): Promise<void> {
    await this.#turn()
    this.kept.set(kept.id, JSON.stringify(kept))
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#turn()
    for (const id of ids) this.kept.delete(id)
  }

  /** Lets go of everything that hangs. */
  release(): void {
    this.mood = 'works'
    for (const go of this.#waiting) go()
    this.#waiting = []
  }

  async #turn(): Promise<void> {
    if (this.mood === 'fails') throw new Error('this phone stores nothing')
    if (this.mood === 'hangs') await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}
