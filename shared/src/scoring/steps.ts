/**
 * The steps of a derivation (SPEC S-33). Read from the top: `judged`, `tallied`, `bonus` and `deduction` add to the
 * round's running sum (a deduction is negative), `rounded` at the round and `floored` replace it, `subtotal` and `score`
 * state it, `multiplied` multiplies it. `weighted` adds to the running total (of the score, or of the `figure` where places come from ranks), `own` multiplies
 * that, `carried` adds to it, `total` states it and `rounded` at the total replaces it. `value`, `group`, `combined` and `rounded` at a criterion tell where the next
 * `judged` comes from, `rank` where the `figure` does.
 */
import type { Treatment } from './judged-results.ts'
import type { Adjustment, DecidedBy } from './results.ts'
import type { RoundingMode, RoundingPlace } from './rounding.ts'

export type Figures = Readonly<{
  /** Without any loss: `"15.5"`, or `"53/3"` where no decimal is exact. */
  exact: string
  /** As people read it. */
  shown: string
}>

type InRound = { round: string }

/** `criterion: null` stands for whole sheets. */
type OfJudges = InRound & { criterion: string | null }

type AdjustmentStep = InRound & Pick<Adjustment, 'source' | 'id' | 'reason' | 'seconds'> & Figures

export type Step = Readonly<
  | (InRound & { kind: 'no-score' })
  /** One judge's value. `unrounded` differs from `given` only where sheets are rounded, `given` from `exact` only where it was clamped. */
  | (OfJudges & { kind: 'value'; judge: string; treatment: Treatment; unrounded: string; given: string } & Figures)
  /** The mean of a group's values, which stands for its judges from here on. */
  | (OfJudges & {
      kind: 'group'
      group: string
      judges: readonly string[]
      weight: string
      treatment: Treatment
      given: string
    } & Figures)
  | (OfJudges & { kind: 'combined'; method: string; counted: number; of: number } & Figures)
  /** `unrounded` differs from `exact` only where weighted criteria are rounded. */
  | (OfJudges & { kind: 'judged'; weight: string; unrounded: string } & Figures)
  | (InRound & { kind: 'tallied'; criterion: string; entered: string; weight: string; unrounded: string } & Figures)
  | (InRound & { kind: 'subtotal' } & Figures)
  /** The subtotal times the factor that was recorded for the team. */
  | (InRound & { kind: 'multiplied'; factor: string } & Figures)
  | ({ kind: 'bonus' } & AdjustmentStep)
  | ({ kind: 'deduction' } & AdjustmentStep)
  /** The deductions were more than there was to take; the sum is 0. */
  | (InRound & { kind: 'floored' } & Figures)
  | (InRound & { kind: 'score' } & Figures)
  /** What a round gives where places come from ranks: of each judge, or of the round (`judge: null`). `points`: what the rank is worth. */
  | (InRound & { kind: 'rank'; judge: string | null; rank: string; points: string | null })
  | (InRound & { kind: 'figure'; method: string } & Figures)
  /** An attempt that does not count, since better ones do. */
  | (InRound & { kind: 'passed-over' })
  | (InRound & { kind: 'weighted'; weight: string } & Figures)
  /** The rounds together, times the weight of what the stage itself gives: only where totals are carried over. */
  | ({ kind: 'own'; weight: string } & Figures)
  | ({ kind: 'carried'; stage: string; weight: string; total: string } & Figures)
  | ({
      kind: 'rounded'
      at: RoundingPlace
      round: string | null
      criterion: string | null
      decimals: number
      mode: RoundingMode
    } & Figures)
  | ({ kind: 'total' } & Figures)
  | ({ kind: 'tie-break' } & DecidedBy)
  | { kind: 'place'; rank: number; sharedWith: readonly string[] }
>
