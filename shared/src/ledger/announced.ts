/**
 * What stands announced: the latest reveal of every score and row, folded over what went on air. It reads public state alone.
 */

import { type RoundTeam, roundTeam } from './keys.ts'
import type { RowReveal, ScoreReveal } from './reveals.ts'
import type { OnAir } from './state.ts'

export interface Announced {
  readonly scores: ReadonlyMap<RoundTeam, ScoreReveal>
  /** By `stage/team`. */
  readonly rows: ReadonlyMap<RoundTeam, RowReveal>
}

interface Folded extends Announced {
  readonly length: number
  readonly last: OnAir | undefined
}
const folded = new WeakMap<readonly OnAir[], Folded>()

/**
 * Folded anew only when something was put on air or taken back: entries are never changed in place, so the length and the identity
 * of the last one tell.
 */
export function announcedOf(onAir: readonly OnAir[]): Announced {
  const known = folded.get(onAir)
  const last = onAir.at(-1)
  if (known && known.length === onAir.length && known.last === last) return known
  const scores = new Map<RoundTeam, ScoreReveal>()
  const rows = new Map<RoundTeam, RowReveal>()
  for (const { scene, reveals } of onAir) {
    // A ceremony begins with an empty table: rows of before it, interim or of an earlier ceremony, never stand beside its own.
    if (scene.kind === 'ceremony' && scene.place === scene.of) clearRows(rows, scene.stage)
    for (const reveal of reveals) {
      if (reveal.kind === 'score') scores.set(roundTeam(reveal.round, reveal.team), reveal)
      else rows.set(roundTeam(reveal.stage, reveal.team), reveal)
    }
  }
  const made = { scores, rows, length: onAir.length, last }
  folded.set(onAir, made)
  return made
}

function clearRows(rows: Map<RoundTeam, RowReveal>, stage: string): void {
  for (const [key, row] of rows) if (row.stage === stage) rows.delete(key)
}
