/**
 * The steps of a derivation (SPEC S-33). Read from the top: `judged`, `tallied`, `bonus` and `deduction` add to the
 * round's running sum (a deduction is negative), `rounded` at the round and `floored` replace it, `subtotal` and `score`
 * state it. `weighted` adds to the running total, which `total` states and `rounded` at the total replaces. `value`,
 * `combined` and `rounded` at a criterion tell where the next `judged` comes from.
 */
import type { Adjustment, DecidedBy, Treatment } from './results.ts'
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
  /** One judge's value; `unrounded` differs from `exact` only where sheets are rounded. */
  | (OfJudges & { kind: 'value'; judge: string; treatment: Treatment; unrounded: string } & Figures)
  | (OfJudges & { kind: 'combined'; method: string; counted: number; of: number } & Figures)
  | (OfJudges & { kind: 'judged'; weight: string } & Figures)
  | (InRound & { kind: 'tallied'; criterion: string; entered: string; weight: string } & Figures)
  | (InRound & { kind: 'subtotal' } & Figures)
  | ({ kind: 'bonus' } & AdjustmentStep)
  | ({ kind: 'deduction' } & AdjustmentStep)
  /** The deductions were more than there was to take; the sum is 0. */
  | (InRound & { kind: 'floored' } & Figures)
  | (InRound & { kind: 'score' } & Figures)
  | (InRound & { kind: 'weighted'; weight: string } & Figures)
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
