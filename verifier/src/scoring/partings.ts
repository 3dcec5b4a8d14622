/** What parted teams with equal totals, team by team. It parts nobody. */

/** A rule that parted a team from teams with the same total (SPEC S-30). */
export type Parting = {
  readonly rule: string
  readonly round: string | null
  readonly criterion: string | null
  readonly question: string | null
  /** Of a decision or a lot. */
  readonly reason: string | null
  /** The team's figure under the rule, in full; `null` where the rule compares more than one. */
  readonly figure: string | null
}

export class Partings {
  readonly #byTeam = new Map<string, Parting[]>()

  add(team: string, parting: Parting): void {
    this.#byTeam.set(team, [...this.of(team), parting])
  }

  /** In the order in which the rules were asked. */
  of(team: string): readonly Parting[] {
    return this.#byTeam.get(team) ?? []
  }
}
