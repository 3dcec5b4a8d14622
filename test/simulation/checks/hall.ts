/**
 * The hall sees what was written and nothing else: every picture on every screen is that of a history that the medium held by then, and
 * no screen ever goes back to an older one.
 */
import type { World } from '../world.ts'

export function checkHall({ records, truth }: World): readonly string[] {
  const faults: string[] = []
  /** The moment that each screen has reached. */
  const reached = new Map<string, number>()
  for (const { screen, text, moments, at } of records.pictures) {
    const from = reached.get(screen) ?? 0
    let found = from
    while (found < moments && truth.moments[found]?.picture !== text) found += 1
    if (found < moments) reached.set(screen, found)
    else
      faults.push(`${screen} was shown at ${at.toFixed(1)} what was not written, or no longer so: ${text.slice(-300)}`)
  }
  return faults
}
