/**
 * One audience's published view at one pace: its version, its entries, and the difference to what the state says now.
 * Versions are private to this channel and grow only when the view changes, so that hidden activity does not show in a number.
 */
import type { Delta } from '@bang-diem/shared/protocol/down.ts'
import type { View } from '@bang-diem/shared/views/view.ts'

interface Published {
  readonly value: unknown
  readonly json: string
}

export class Channel {
  #version = 0
  #entries = new Map<string, Published>()
  readonly #view: () => View

  constructor(view: () => View) {
    this.#view = view
  }

  /** The view as last published: what every connection begins with. */
  snapshot(): { version: number; entries: Record<string, unknown> } {
    const keys = [...this.#entries.keys()].sort()
    return {
      version: this.#version,
      entries: Object.fromEntries(keys.map((key) => [key, this.#entries.get(key)?.value])),
    }
  }

  /** Takes the present view as published, and answers what that changed; undefined when nothing did. Keys are sorted. */
  advance(): Delta | undefined {
    const view = this.#view()
    const set: [string, unknown][] = []
    for (const [key, value] of view) {
      const before = this.#entries.get(key)
      if (before?.value === value) continue
      const json = JSON.stringify(value)
      if (before?.json !== json) set.push([key, value])
      this.#entries.set(key, { value, json })
    }
    const unset = this.#entries.size > view.size ? [...this.#entries.keys()].filter((key) => !view.has(key)) : []
    for (const key of unset) this.#entries.delete(key)
    if (set.length === 0 && unset.length === 0) return undefined
    const from = this.#version
    this.#version += 1
    set.sort(([a], [b]) => (a < b ? -1 : 1))
    return { from, to: this.#version, set: Object.fromEntries(set), unset: unset.sort() }
  }
}
