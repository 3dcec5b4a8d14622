/** What the desk and the head judge put on record: lines of points, acts that need a second person, judges who left, orders of equal teams. */
import type { RoundTeam } from './keys.ts'

/** Who did something: the seat, and the name of the judge who sat in it then; `null` for a desk. */
export interface Hand {
  readonly seat: string
  readonly name: string | null
}

/** Who copied a sheet from paper, and who checked it against the paper. */
export interface Paper {
  readonly entered: Hand
  readonly approved: Hand
}

/** A judge who has left; `places` are the teams that the judge is excused from because of it. */
export interface Absence {
  readonly reason: string
  readonly at: number
  readonly places: ReadonlySet<RoundTeam>
}

/** An absence that is over. Times in ms of hub time. */
export interface FormerAbsence {
  readonly judge: string
  readonly reason: string
  readonly from: number
  readonly until: number
}

/** A free line of points taken from or given to a team in a round. */
export interface Line {
  readonly id: string
  readonly round: string
  readonly team: string
  readonly points: string
  readonly reason: string
  readonly withdrawn: string | null
}

/** An act that waits for, or was settled by, a second person. */
export interface Request {
  readonly id: string
  readonly by: string
  /** The judge's name when it was asked; `null` for a desk. */
  readonly name: string | null
  readonly at: number
  readonly act:
    | { readonly kind: 'reopen-sheet'; readonly round: string; readonly team: string; readonly judge: string }
    | {
        readonly kind: 'enter-sheet'
        readonly round: string
        readonly team: string
        readonly judge: string
        readonly marks: Readonly<Record<string, string>>
      }
    | { readonly kind: 'reopen-stage'; readonly stage: string }
  readonly reason: string
  readonly status: 'waiting' | 'approved' | 'declined'
  /** By whom and when it was settled, and why it was declined; `null` while it waits. */
  readonly settled: (Hand & { readonly at: number; readonly reason: string | null }) | null
}

/** An order of equal teams, best first, that was decided by people or drawn by lot. */
export interface TieRecord {
  readonly by: 'decision' | 'lot'
  readonly teams: readonly string[]
  readonly reason: string
}
