/**
 * The page's copy of its view. At every moment it equals the hub's view at version `version`: a delta either fits exactly, or is
 * old and ignored, or the copy asks for a snapshot. There is no third way to recover, and it never guesses.
 */
import type { Delta, Snapshot } from '../protocol/down.ts'

export type DeltaOutcome = 'applied' | 'ignored' | 'resync'

export class Replica {
  #version: number | null = null
  #entries: ReadonlyMap<string, unknown> = new Map()

  /** The version that the entries stand at; null before the first snapshot. */
  get version(): number | null {
    return this.#version
  }

  /** Replaced whole at each change and never modified; entries that did not change keep their identity. */
  get entries(): ReadonlyMap<string, unknown> {
    return this.#entries
  }

  /** A snapshot always counts: versions are private to one hub, and the next hub may count from elsewhere (O-2). */
  takeSnapshot(snapshot: Snapshot): void {
    this.#version = snapshot.version
    this.#entries = new Map(Object.entries(snapshot.entries))
  }

  /** `ignored`: nothing new in it. `resync`: something lies between; the entries stay as they were (O-3, O-4). */
  takeDelta(delta: Delta): DeltaOutcome {
    if (this.#version === null) return 'resync'
    if (delta.to <= this.#version) return 'ignored'
    if (delta.from !== this.#version) return 'resync'
    const entries = new Map(this.#entries)
    for (const [key, entry] of Object.entries(delta.set)) entries.set(key, entry)
    for (const key of delta.unset) entries.delete(key)
    this.#version = delta.to
    this.#entries = entries
    return 'applied'
  }
}
