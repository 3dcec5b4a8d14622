/** Moves the contests of one place to another, one after the other, and tells of each. */
import type { MovePorts, Place } from './bring.ts'
import { move } from './move.ts'
import { nothingToMove, samePlace } from './refused.ts'

export interface House {
  readonly contests: number
  readonly commits: number
}

/** `only`: this contest alone. Rejects at the first that cannot be moved; those before it have moved, and the same command goes on. */
export async function moveHouse(from: Place, to: Place, only: string | undefined, ports: MovePorts): Promise<House> {
  if (from.name === to.name) throw samePlace(from.name)
  const there = await from.ledger.contests()
  const contests = only === undefined ? there : there.filter((contest) => contest === only)
  if (contests.length === 0) throw nothingToMove(from.name, only)
  let commits = 0
  for (const contest of contests) commits += (await move(from, to, contest, ports)).head.number
  return { contests: contests.length, commits }
}
