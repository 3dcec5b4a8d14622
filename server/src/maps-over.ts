/** Maps by key, seen through entries of their own, as a `MapOver` is one map: each of them is seen through a map of its own once it is asked for. */
import { MapOver } from './map-over.ts'

export class MapsOver<Key, Id, Value extends {}> extends MapOver<Key, Map<Id, Value>> {
  override get(key: Key): Map<Id, Value> | undefined {
    const own = this.own(key)
    if (own) return own
    const below = super.get(key)
    if (!below) return undefined
    const over = new MapOver(below)
    this.set(key, over)
    return over
  }
}
