/** Text for people that belongs to a scoring rule itself, so that a new rule stays one file. */

/** The same sentence in Vietnamese and in English. */
export type Wording = { readonly vi: string; readonly en: string }

/** A decimal string as Vietnamese writes it, with a comma: `"0.25"` → `"0,25"`. */
export function withComma(decimal: string): string {
  return decimal.replace('.', ',')
}

/** How the contest calls what the rules know by id. */
export type Names = {
  readonly round: (round: string) => string
  readonly criterion: (round: string, criterion: string) => string
  readonly judge: (judge: string) => string
  readonly team: (team: string) => string
}

/** Ids as they are, where no names are known. */
export const UNNAMED: Names = {
  round: (round) => round,
  criterion: (_round, criterion) => criterion,
  judge: (judge) => judge,
  team: (team) => team,
}
