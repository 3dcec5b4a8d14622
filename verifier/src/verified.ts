/** What a verified ledger comes to: the verdict, and all that a command line or a page shows. Values alone. */
import type { ChainFault, Head } from './chain.ts'
import type { Definition } from './definition.ts'
import type { TeamDerivation } from './derivation.ts'
import type { Difference } from './differences.ts'
import type { FormFault } from './file-form.ts'
import type { Impossible } from './possible.ts'
import type { AwardRow, TableRow } from './reveals.ts'
import type { Sealed } from './sealed.ts'

/** Why nothing after a commit can be believed. */
export type Fault =
  | FormFault
  | ChainFault
  /** A fact that this verifier does not know, or not in this shape. */
  | { readonly kind: 'unknown-fact'; readonly number: number; readonly type: string; readonly path: string | null }
  /** A fact that does not fit the definition, or what came before it. */
  | { readonly kind: 'impossible'; readonly number: number; readonly what: Impossible }

/** A certified table with what was worked out beside it. */
export type VerifiedTable = {
  readonly stage: string
  readonly title: string
  /** The names of the stage's rounds, in order, by id. */
  readonly rounds: readonly { readonly id: string; readonly title: string }[]
  /** 1 for the first of its stage, one more each time that the stage was certified again (SPEC R-42). */
  readonly version: number
  readonly commit: Head
  /** Hub time of the certification, in ms since 1970. */
  readonly at: number
  /** The stage was reopened afterwards. */
  readonly isReopened: boolean
  readonly rows: readonly TableRow[]
  readonly awards: readonly AwardRow[]
  readonly derivations: readonly TeamDerivation[]
  readonly differences: readonly Difference[]
}

export type Verdict =
  | { readonly outcome: 'agrees' }
  /** The chain or a fact: what comes from there on cannot be believed. */
  | { readonly outcome: 'broken'; readonly fault: Fault }
  /** The first difference in what the ledger says. */
  | { readonly outcome: 'differs'; readonly difference: Difference }

export type Verified = {
  readonly verdict: Verdict
  /** As it stands at the end, or at the fault; `null` before a contest was created. */
  readonly definition: Definition | null
  /** Commits that are in order, and how many they are. */
  readonly sealed: readonly Sealed[]
  readonly commits: number
  /** When the last of them was made; `null` without one. */
  readonly at: number | null
  /** Each table that was certified, the latest of its stage, in the order of the stages. */
  readonly tables: readonly VerifiedTable[]
  /** How often a stage was certified. */
  readonly certifications: number
  readonly sheets: number
  readonly toldScores: number
  readonly differences: readonly Difference[]
}
