/**
 * What stands announced: the latest reveal of every score and row, folded over what went on air. It reads public state alone.
 */

import { type RoundTeam, roundTeam, type StageAward, stageAward } from './keys.ts'
import type { AwardReveal, RowReveal, Scene, ScoreReveal } from './reveals.ts'
import type { OnAir } from './state.ts'

export interface Announced {
  readonly scores: ReadonlyMap<RoundTeam, ScoreReveal>
  /** By `stage/team`. */
  readonly rows: ReadonlyMap<RoundTeam, RowReveal>
  readonly awards: ReadonlyMap<StageAward, AwardReveal>
}

interface Folded extends Announced {
  readonly length: number
}
const nothing: Announced = { scores: new Map(), rows: new Map(), awards: new Map() }
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
  const awards = new Map<StageAward, AwardReveal>()
  for (const { scene, reveals } of onAir) {
    // A ceremony begins with an empty table: rows of before it, interim or of an earlier ceremony, never stand beside its own.
    if (beginsCeremony(scene)) clearRows(rows, scene.stage)
    for (const reveal of reveals) {
      if (reveal.kind === 'score') scores.set(roundTeam(reveal.round, reveal.team), reveal)
      else if (reveal.kind === 'row') rows.set(roundTeam(reveal.stage, reveal.team), reveal)
      else awards.set(stageAward(reveal.stage, reveal.award), reveal)
    }
  }
  const made = { scores, rows, awards, length: onAir.length }
  folded.set(last, made)
  return made
}

function beginsCeremony(scene: Scene): scene is Extract<Scene, { kind: 'ceremony' }> {
  if (scene.kind !== 'ceremony') return false
  return scene.category === undefined ? scene.place === scene.of : scene.begins === true
}

function clearRows(rows: Map<RoundTeam, RowReveal>, stage: string): void {
  for (const [key, row] of rows) if (row.stage === stage) rows.delete(key)
}
