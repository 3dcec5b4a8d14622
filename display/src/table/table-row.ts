/** One row of any table of the hall, ready to be drawn. */
import type { Team } from '../hall/hall.ts'

export type Bar = {
  readonly round: string
  /** Of the round's maximum, 0 to 1; null when the team has no score there. */
  readonly share: number | null
}

export type TableRow = {
  readonly team: Team
  /** What the teams that are ranked with this one are called: a heading above them. Empty where all are ranked together. */
  readonly section: string
  /** Null: unranked. Undefined: this table has no ranks. */
  readonly rank: number | null | undefined
  /** Another announced row has the same rank. */
  readonly shared: boolean
  /** As announced, a decimal string; null: no total. Undefined: this table has no totals. */
  readonly total: string | null | undefined
  /** Why the row stands where it does: what decided a tie, a deduction. Empty when there is nothing to say. */
  readonly reason: string
  /** All that is said beside the name: a shared rank or none, and the reason. */
  readonly note: string
  readonly leads: boolean
  /** The award that the row leads to; empty without one. */
  readonly award: string
  readonly bars: readonly Bar[]
}
