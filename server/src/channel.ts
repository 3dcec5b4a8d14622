/**
 * One audience's published view at one pace: its version, its entries, and the difference to what the state says now.
 * Versions are private to this channel and grow only when the view changes, so that hidden activity does not show in a number.
 */
import type { RoundTeam } from '@bang-diem/shared/ledger/keys.ts'
import type { Delta } from '@bang-diem/shared/protocol/down.ts'
import type { View } from '@bang-diem/shared/views/view.ts'

/** Where a channel's entries come from. */
export interface Source {
  readonly whole: () => View
  /** The entries that a change of these sheets can change; a key without a value is not in the view. */
  readonly part: (sheets: ReadonlySet<RoundTeam>) => ReadonlyMap<string, unknown>
}

export class Channel {
  #version = 0
  /** As last published. A value is never changed in place. */
  readonly #entries = new Map<string, unknown>()
  readonly #source: Source
  /** The sheets that have changed since the view was taken; null when anything may have. */
  #touched: Set<RoundTeam> | null = null

  constructor(source: Source) {
    this.#source = source
  }

  /** Nothing but this sheet has changed, as far as this audience can see. */
  touch(sheet: RoundTeam): void {
    this.#touched?.add(sheet)
  }

  touchAll(): void {
    this.#touched = null
  }

  /** The view as last published: what every connection begins with. */
  snapshot(): { version: number; entries: Record<string, unknown> } {
    const keys = [...this.#entries.keys()].sort()
    return {
      version: this.#version,
      entries: Object.fromEntries(keys.map((key) => [key, this.#entries.get(key)])),
    }
  }

  /** Takes the present view as published, and answers what that changed; undefined when nothing did. Keys are sorted. */
  advance(): Delta | undefined {
    const present = this.#touched ? this.#source.part(this.#touched) : this.#whole()
    this.#touched = new Set()
    const set: [string, unknown][] = []
    const unset: string[] = []
    for (const [key, value] of present) {
      const before = this.#entries.get(key)
      if (before === value) continue
      if (value === undefined) {
        this.#entries.delete(key)
        unset.push(key)
        continue
      }
      if (JSON.stringify(before) !== JSON.stringify(value)) set.push([key, value])
      this.#entries.set(key, value)
    }
    if (set.length === 0 && unset.length === 0) return undefined
    const from = this.#version
    this.#version += 1
    set.sort(([a], [b]) => (a < b ? -1 : 1))
    return { from, to: this.#version, set: Object.fromEntries(set), unset: unset.sort() }
  }

  /** The whole view, and without a value what is no longer in it. */
  #whole(): ReadonlyMap<string, unknown> {
    const view = this.#source.whole()
    for (const key of this.#entries.keys()) if (!view.has(key)) view.set(key, undefined)
    return view
  }
}
