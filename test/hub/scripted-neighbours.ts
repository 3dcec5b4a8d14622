/** Neighbours that say what a test lets them say, and remember what they are told. */
import type { Neighbours } from '@bang-diem/server/neighbours.ts'
import type { Presence } from '@bang-diem/shared/protocol/down.ts'

export class ScriptedNeighbours implements Neighbours {
  readonly told: { readonly contest: string; readonly presence: Presence }[] = []
  readonly #onHubs = new Set<() => void>()
  readonly #onPresence = new Set<Parameters<Neighbours['onPresence']>[0]>()
  #hubs: readonly string[]

  constructor(hubs: readonly string[]) {
    this.#hubs = hubs
  }

  hubs(): readonly string[] {
    return this.#hubs
  }

  onHubs(listener: () => void): () => void {
    this.#onHubs.add(listener)
    return () => this.#onHubs.delete(listener)
  }

  tell(contest: string, presence: Presence): void {
    this.told.push({ contest, presence })
  }

  onPresence(listener: Parameters<Neighbours['onPresence']>[0]): () => void {
    this.#onPresence.add(listener)
    return () => this.#onPresence.delete(listener)
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  /** From now on these live. */
  live(...hubs: readonly string[]): void {
    this.#hubs = hubs
    for (const listener of this.#onHubs) listener()
  }

  /** A neighbour tells who is connected to it. */
  say(hub: string, contest: string, presence: Presence | null): void {
    for (const listener of this.#onPresence) listener(hub, contest, presence)
  }
}
