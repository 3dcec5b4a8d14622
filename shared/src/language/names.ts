/** The names of a contest, as sentences need them. Each answers the id itself where nobody knows the name. */
export interface Names {
  team(id: string): string
  judge(id: string): string
  round(id: string): string
  stage(id: string): string
  /** Criteria are unique within a round; `round` is null where the sentence does not know it. */
  criterion(round: string | null, id: string): string
}
