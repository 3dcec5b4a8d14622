/** What staff of every contest must know of the hub itself, such as a stick that cannot be written. It is told, and decides nothing. */
export class HubWarnings {
  readonly #now = new Set<string>()
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get now(): readonly string[] {
    return [...this.#now]
  }

  /** `why`: for the log; null takes the warning away. */
  set(warning: string, why: string | null): void {
    const was = this.#now.has(warning)
    if (why !== null) this.#now.add(warning)
    else this.#now.delete(warning)
    if (was === (why !== null)) return
    if (why !== null) console.error(`${warning}: ${why}`)
    this.#onChange()
  }
}
