/**
 * How much there is to look at in a message: every entry of every list and object in it. Counting is far cheaper than checking, so
 * that a page pays for a large message before anybody works on it.
 */

/** Stops beyond `most`: what is larger than that is only known to be larger. */
export function partsOf(message: unknown, most: number): number {
  const open: unknown[] = [message]
  let parts = 0
  while (open.length > 0 && parts <= most) {
    const each = open.pop()
    if (!(each instanceof Object)) continue
    const entries: unknown[] = Object.values(each)
    parts += entries.length
    // One by one: as arguments of one call they would be more than a stack holds.
    if (parts <= most) for (const entry of entries) open.push(entry)
  }
  return parts
}
