/** The rundown as the MC reads it: a heading a round, a line a team with its steps, and lines of their own for everything else. */
import type { CueEntry } from '@bang-diem/shared/views/show-entries.ts'

export type CueStatus = 'taken' | 'on-air' | 'next' | 'pending' | 'later'
export interface CueLine {
  readonly kind: 'cue'
  readonly key: string
  readonly cue: CueEntry
}
export interface TeamLine {
  readonly kind: 'team'
  readonly key: string
  readonly team: string
  /** From 1, within the round. */
  readonly place: number
  readonly steps: readonly CueEntry[]
}
export interface RundownGroup {
  readonly key: string
  readonly stage: string
  /** Absent for what stands before the first or after the last round of a stage. */
  readonly round: string | undefined
  readonly lines: readonly (CueLine | TeamLine)[]
}

const teamSteps: ReadonlySet<string> = new Set(['intro', 'perform', 'marking', 'score'])

/** Corrections have no place in the order: they are offered beside *Next* and stand in no group. */
export function groupsOf(rundown: readonly CueEntry[]): RundownGroup[] {
  const groups: { key: string; stage: string; round: string | undefined; cues: CueEntry[] }[] = []
  for (const cue of rundown) {
    if (cue.step === 'correction' || cue.step === 'table-correction') continue
    const last = groups.at(-1)
    if (last && last.stage === cue.stage && last.round === cue.round) last.cues.push(cue)
    else groups.push({ key: cue.id, stage: cue.stage, round: cue.round, cues: [cue] })
  }
  return groups.map(({ key, stage, round, cues }) => ({ key, stage, round, lines: linesOf(cues) }))
}

function linesOf(cues: readonly CueEntry[]): (CueLine | TeamLine)[] {
  const lines: (CueLine | (TeamLine & { steps: CueEntry[] }))[] = []
  let place = 0
  for (const cue of cues) {
    const last = lines.at(-1)
    if (cue.team === undefined || !teamSteps.has(cue.step)) lines.push({ kind: 'cue', key: cue.id, cue })
    else if (last?.kind === 'team' && last.team === cue.team) last.steps.push(cue)
    else {
      place += 1
      lines.push({ kind: 'team', key: cue.id, team: cue.team, place, steps: [cue] })
    }
  }
  return lines
}

export interface Progress {
  readonly taken: ReadonlySet<string>
  readonly onAir: string | null
  readonly next: string | null
  readonly pending: ReadonlySet<string>
}

export function statusOf(cue: string, progress: Progress): CueStatus {
  if (cue === progress.onAir) return 'on-air'
  if (cue === progress.next) return 'next'
  if (progress.pending.has(cue)) return 'pending'
  return progress.taken.has(cue) ? 'taken' : 'later'
}
