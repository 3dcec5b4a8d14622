/** What a kind of document is: for what it is asked, what it still lacks, and the paper that it comes to. One file a kind, in `kinds/`. */
import type { Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { Wording } from '@bang-diem/shared/scoring/wording.ts'
import type { Paper } from './paper.ts'

export type Format = 'pdf' | 'xlsx' | 'csv'

export interface AboutContest {
  readonly kind: 'contest'
}
export interface AboutStage {
  readonly kind: 'stage'
  readonly stage: Stage
}
export interface AboutRound {
  readonly kind: 'round'
  readonly stage: Stage
  readonly round: Round
}
/** What one paper is about, as its kind has it: the whole contest, a stage, or a round with its stage. */
export type About = AboutContest | AboutStage | AboutRound

/** Everything that a paper is made from. */
export interface Making<Subject extends About = About> {
  readonly state: State
  readonly about: Subject
  readonly language: Language
  /** Hub time in ms. */
  readonly printedAt: number
  /** The address that codes on papers lead to. */
  readonly publicUrl: string
  /** Only one team's, or one judge's; null for all. */
  readonly team: string | null
  readonly judge: string | null
  /** The paper's number in the organiser's register; null is left open. */
  readonly number: string | null
  /** Links of judges by their ids, for cards; only who has them can print them. */
  readonly links: ReadonlyMap<string, string>
}

export interface DocumentKind<Subject extends About = About> {
  /** In addresses and file names. */
  readonly name: string
  readonly title: Wording
  readonly about: Subject['kind']
  /** False where the contest has no use for it, such as sheets of a round that no judge marks. */
  readonly applies: (about: Subject) => boolean
  /** What it may be narrowed to, or carries; anything else would be passed over, and is refused. */
  readonly takes: readonly ('team' | 'judge' | 'number')[]
  /**
   * Where its stage is certified, it is made from the contest as it was then: what was signed stays as it was signed, whoever has been replaced
   * or noted since (SPEC W-17).
   */
  readonly asCertified: boolean
  /** Made from the links of judges, which the organiser's page alone has: it is asked for with them. */
  readonly fromLinks?: true
  /** The first is what one press gives. */
  readonly formats: readonly Format[]
  /** What must be there first; empty when the paper can be made. Half a paper is never made. */
  readonly lacks: (making: Making<Subject>) => readonly Refusal[]
  /** True where it would have no page though it lacks nothing, as far as that is seen without making it. */
  readonly isEmpty?: (making: Making<Subject>) => boolean
  readonly paper: (making: Making<Subject>) => Paper
}
