/** What the printed rules need of a language. Figures come in written as that language writes them. */
import type { Qualifiers, RevealPolicy, Round, Stage } from '../../contest/definition.ts'
import type { RoundingMode, RoundingPlace } from '../../scoring/rounding.ts'

export interface RuleSheetWords {
  readonly title: string
  readonly example: string
  readonly panel: (names: string) => string
  readonly wholePanel: (count: number) => string
  readonly groups: (list: string) => string
  readonly group: (name: string, judges: string, weight: string) => string
  readonly order: Readonly<Record<Round['order'], string>>
  readonly criterion: (title: string, scale: { min: string; max: string; step: string }, weight: string) => string
  readonly talliedCriterion: (title: string, max: string, weight: string) => string
  readonly maximum: (points: string, weight: string) => string
  readonly factor: (title: string, min: string, max: string) => string
  readonly factorTitle: string
  /** Durations such as `5:00`; '' where there is none. */
  readonly time: (limit: string, minimum: string) => string
  readonly undertime: (points: string) => string
  readonly excused: string
  readonly deductions: string
  readonly places: string
  readonly attempts: (rounds: string, keep: number) => string
  readonly carried: (stage: string, weight: string) => string
  readonly ownWeight: (weight: string) => string
  readonly separately: Readonly<Record<'group' | 'category', string>>
  readonly rounding: (place: string, decimals: number, mode: string) => string
  readonly roundingPlaces: Readonly<Record<RoundingPlace, string>>
  readonly roundingModes: Readonly<Record<RoundingMode, string>>
  readonly nowhereElse: string
  readonly compare: Readonly<Record<Stage['compare'], string>>
  readonly ranking: Readonly<Record<Stage['ranking'], string>>
  readonly entrants: (from: string, best: number, perGroup: boolean, others: number) => string
  readonly onTie: Readonly<Record<Qualifiers['onTie'], string>>
  readonly awards: string
  readonly ties: string
  readonly noTies: string
  readonly reveal: Readonly<Record<RevealPolicy, string>>
}
