/** Drawing lots: an order that follows from the hub's entropy alone. */
import type { Sha256 } from '../ledger/commit.ts'

/** Fisher and Yates; 48 bits a draw leave no bias that a hall of teams could ever notice. */
export function shuffled(
  teams: readonly string[],
  { entropy, sha256 }: { readonly entropy: string; readonly sha256: Sha256 },
): string[] {
  const lots = [...teams]
  for (let last = lots.length - 1; last > 0; last--) {
    const chosen = Number.parseInt(sha256(`draw/${last}/${entropy}`).slice(0, 12), 16) % (last + 1)
    const [a, b] = [lots[last], lots[chosen]]
    if (a === undefined || b === undefined) continue
    lots[last] = b
    lots[chosen] = a
  }
  return lots
}
