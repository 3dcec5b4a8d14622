/**
 * How much there is to look at in a message: every entry of every list and object in it. Counting is far cheaper than checking, so
 * that a page pays for a large message before anybody works on it.
 */
import type { WireLimits } from '../limits.ts'

/** How many commands a message counts for. What weighs more than a second's worth of them counts as that. */
export function weightOf(message: unknown, wire: Pick<WireLimits, 'partsPerCommand' | 'commandsPerSecond'>): number {
  const most = wire.partsPerCommand * wire.commandsPerSecond
  return 1 + Math.floor(partsOf(message, most) / wire.partsPerCommand)
}

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
    if (parts <= most) for (const entry of entries) if (entry instanceof Object) open.push(entry)
  }
  return parts
}
