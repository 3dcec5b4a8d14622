/** Who wants to know that something has changed. A listener may leave while it is being told. */
import type { Cancel } from './ports.ts'

export class Listeners {
  readonly #listeners = new Set<() => void>()

  add(listener: () => void): Cancel {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
