/** The names of a contest, as sentences need them. Each answers the id itself where nobody knows the name. */
export interface Names {
  team(id: string): string
  judge(id: string): string
  round(id: string): string
  stage(id: string): string
  /** Criteria are unique within a round; `round` is null where the sentence does not know it. */
  criterion(round: string | null, id: string): string
}

/** Where nobody knows a name: every id stands for itself. */
export const unnamed: Names = {
  team: (id) => id,
  judge: (id) => id,
  round: (id) => id,
  stage: (id) => id,
  criterion: (_round, id) => id,
}
