/**
 * Reads entries of a view through their schemas. Parsed values are remembered by the identity of what was parsed, so that drawing
 * the same picture again parses nothing and a value that did not change stays the same object.
 */
import * as v from 'valibot'

type Schema = v.GenericSchema

export interface Listed<Value> {
  /** What stands after the kind: `row/final/ea-ngai` has `['final', 'ea-ngai']`. */
  readonly ids: readonly string[]
  readonly value: Value
}

export class EntryReader {
  readonly #parsed = new WeakMap<Schema, WeakMap<object, unknown>>()
  readonly #kinds = new WeakMap<ReadonlyMap<string, unknown>, Map<string, string[]>>()

  /** The entry, or undefined when it is absent or of a shape that this page does not know (a newer hub's). */
  entry<const S extends Schema>(
    entries: ReadonlyMap<string, unknown>,
    key: string,
    schema: S,
  ): v.InferOutput<S> | undefined {
    if (!entries.has(key)) return undefined
    const entry = entries.get(key)
    if (typeof entry !== 'object' || entry === null) return parse(schema, entry)
    let known = this.#parsed.get(schema)
    if (known === undefined) {
      known = new WeakMap()
      this.#parsed.set(schema, known)
    }
    // What lies under a schema was parsed by that very schema, a few lines below.
    const before = known.get(entry) as v.InferOutput<S> | undefined
    if (before !== undefined) return before
    const parsed = parse(schema, entry)
    if (parsed !== undefined) known.set(entry, parsed)
    return parsed
  }

  /** Every entry `kind/…` that has the schema's shape, in the hub's order. */
  list<const S extends Schema>(
    entries: ReadonlyMap<string, unknown>,
    kind: string,
    schema: S,
  ): Listed<v.InferOutput<S>>[] {
    const listed: Listed<v.InferOutput<S>>[] = []
    for (const key of this.#keysOf(entries).get(kind) ?? []) {
      const value = this.entry(entries, key, schema)
      if (value !== undefined) listed.push({ ids: key.split('/').slice(1), value })
    }
    return listed
  }

  #keysOf(entries: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly string[]> {
    const known = this.#kinds.get(entries)
    if (known !== undefined) return known
    const kinds = new Map<string, string[]>()
    for (const key of entries.keys()) {
      const slash = key.indexOf('/')
      if (slash === -1) continue
      const kind = key.slice(0, slash)
      const keys = kinds.get(kind)
      if (keys === undefined) kinds.set(kind, [key])
      else keys.push(key)
    }
    this.#kinds.set(entries, kinds)
    return kinds
  }
}

function parse<S extends Schema>(schema: S, entry: unknown): v.InferOutput<S> | undefined {
  const parsed = v.safeParse(schema, entry)
  return parsed.success ? parsed.output : undefined
}
