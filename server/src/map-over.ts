/**
 * A map seen through entries of its own: what is set here leaves the map below untouched, and what changes below shows through where
 * nothing was set here. Its order is that of a map to which both were done. It copies nothing until something is deleted here.
 * Values are never null or undefined.
 */
export class MapOver<Key, Value extends {}> extends Map<Key, Value> {
  #below: ReadonlyMap<Key, Value>

  constructor(below: ReadonlyMap<Key, Value>) {
    super()
    this.#below = below
  }

  override get(key: Key): Value | undefined {
    return super.get(key) ?? this.#below.get(key)
  }

  /** What was set here. */
  protected own(key: Key): Value | undefined {
    return super.get(key)
  }

  override has(key: Key): boolean {
    return super.has(key) || this.#below.has(key)
  }

  /** Nothing can be taken out of what is below: from here on this is a map by itself. */
  override delete(key: Key): boolean {
    const entries = [...this]
    this.clear()
    for (const [each, value] of entries) this.set(each, value)
    return super.delete(key)
  }

  override clear(): void {
    this.#below = new Map()
    super.clear()
  }

  override get size(): number {
    let size = this.#below.size
    for (const key of super.keys()) if (!this.#below.has(key)) size += 1
    return size
  }

  override *entries(): MapIterator<[Key, Value]> {
    for (const [key, value] of this.#below) yield [key, super.get(key) ?? value]
    for (const entry of super.entries()) if (!this.#below.has(entry[0])) yield entry
  }

  override *keys(): MapIterator<Key> {
    for (const [key] of this.entries()) yield key
  }

  override *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }

  override forEach(each: (value: Value, key: Key, map: Map<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this)
  }
}
