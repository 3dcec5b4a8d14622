/** Where a ledger says something else than what follows from it: as values, for words to be made of. */

/** What of a row, a score or an award is different. */
export type DifferentColumn =
  /** The row itself: it is missing, or there is one too many. */
  | 'row'
  | 'order'
  | 'category'
  /** With `round`: its score, or what it gives where places come from ranks. */
  | 'round'
  | 'total'
  | 'rank'
  | 'decided-by'
  | 'left'
  | 'award'
  | 'deductions'
  | 'bonuses'
  /** The unrounded score beside one that was told. */
  | 'exact'

export type Difference =
  | {
      /** `certified`: in a certified table; `told`: in what a cue told the hall. */
      readonly kind: 'certified' | 'told'
      readonly number: number
      readonly stage: string
      /** `null` where it is about an award and no team. */
      readonly team: string | null
      readonly column: DifferentColumn
      readonly round: string | null
      /** The title of the award that it is about. */
      readonly award: string | null
      /** What the ledger says; `null`: nothing. */
      readonly found: string | null
      /** What follows from the facts; `null`: nothing. */
      readonly worked: string | null
    }
  /** A definition, or a table certified under it, carries a hash that is not the definition's. */
  | { readonly kind: 'definition-hash'; readonly number: number }

type Place = { readonly number: number; readonly kind: 'certified' | 'told'; readonly stage: string }

/** A difference with what it lets out filled in. */
export function difference(
  place: Place,
  about: Partial<Extract<Difference, { column: DifferentColumn }>> & { readonly column: DifferentColumn },
): Difference {
  return { team: null, round: null, award: null, found: null, worked: null, ...place, ...about }
}
