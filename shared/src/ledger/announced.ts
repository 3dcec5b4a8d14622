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
}
const nothing: Announced = { scores: new Map(), rows: new Map() }
const folded = new WeakMap<OnAir, Folded>()

/**
 * Folded anew only when something was put on air or taken back: entries are never changed in place and stand on what was there when
 * they came, so the last one tells.
 */
export function announcedOf(onAir: readonly OnAir[]): Announced {
  const last = onAir.at(-1)
  if (!last) return nothing
  const known = folded.get(last)
  if (known?.length === onAir.length) return known
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
  const made = { scores, rows, length: onAir.length }
  folded.set(last, made)
  return made
}

function clearRows(rows: Map<RoundTeam, RowReveal>, stage: string): void {
  for (const [key, row] of rows) if (row.stage === stage) rows.delete(key)
}
