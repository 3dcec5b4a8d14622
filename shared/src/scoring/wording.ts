/** Text for people that belongs to a scoring rule itself, so that a new rule stays one file. */

/** The same sentence in Vietnamese and in English. */
export type Wording = { readonly vi: string; readonly en: string }

/** Decimals as Vietnamese writes them, with a comma: `"0.25"` → `"0,25"`. */
export function withComma(decimals: string): string {
  return decimals.replace(/(\d)\.(\d)/g, '$1,$2')
}

/** How the contest calls what the rules know by id. */
export type Names = {
  readonly round: (round: string) => string
  readonly criterion: (round: string, criterion: string) => string
  readonly judge: (judge: string) => string
  /** A group of judges of a round. */
  readonly group: (round: string, group: string) => string
  readonly stage: (stage: string) => string
  readonly team: (team: string) => string
}

/** Ids as they are, where no names are known. */
export const UNNAMED: Names = {
  round: (round) => round,
  criterion: (_round, criterion) => criterion,
  judge: (judge) => judge,
  group: (_round, group) => group,
  stage: (stage) => stage,
  team: (team) => team,
}
