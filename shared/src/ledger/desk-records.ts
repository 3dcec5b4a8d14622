/** What the desk and the head judge put on record: lines of points, acts that need a second person, orders of equal teams. */

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
}

/** An order of equal teams, best first, that was decided by people or drawn by lot. */
export interface TieRecord {
  readonly by: 'decision' | 'lot'
  readonly teams: readonly string[]
  readonly reason: string
}
