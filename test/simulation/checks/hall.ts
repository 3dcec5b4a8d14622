/**
 * The hall sees what was written and nothing else: every picture on every screen is that of a history that the medium held by then. On one
 * hub no screen ever goes back to an older one; another hub may have heard less.
 */
import type { World } from '../world.ts'

export function checkHall({ records, truth }: World): readonly string[] {
  const faults: string[] = []
  /** The moment that each screen has reached on its hub. */
  const reached = new Map<string, number>()
  for (const { screen, hub, text, moments, at } of records.pictures) {
    const place = `${screen} at ${hub}`
    let found = reached.get(place) ?? 0
    while (found < moments && truth.moments[found]?.picture !== text) found += 1
    if (found < moments) reached.set(place, found)
    else
      faults.push(`${place} was shown at ${at.toFixed(1)} what was not written, or no longer so: ${text.slice(-300)}`)
  }
  return faults
}
