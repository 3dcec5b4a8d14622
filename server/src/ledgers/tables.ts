/**
 * Tables beside a contest's history, for outside programs that read live standings without knowing what a commit is. A ledger stores
 * them under the names given here and never looks into them; what is in them is `aggregates.ts`.
 */

/** What becomes of one table. */
export interface TableChange {
  /** Parts joined by `:`, such as `rows:chung-ket`; what anybody may read begins with `public:`. */
  readonly name: string
  /** `ranking`: the members of a sorted set with whole numbers as scores. */
  readonly kind: 'hash' | 'ranking'
  /** Field or member → value; null takes it out. */
  readonly fields: ReadonlyMap<string, string | null>
}

export interface TableChanges {
  /** True: every table of the contest that is not named here, and every field, is gone. */
  readonly whole: boolean
  /** True when something that anybody may read becomes another. */
  readonly rings: boolean
  readonly tables: readonly TableChange[]
}
