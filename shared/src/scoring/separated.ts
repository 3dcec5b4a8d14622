/** The shape of an answer to "who of these equal teams goes first". */
import type { DecidedBy, Entry, Undecided } from './results.ts'

export type Separated = {
  /** Best first; several teams in one group are still equal. */
  readonly groups: readonly (readonly Entry[])[]
  /** By team: the rules that parted it from others, in the order in which they were asked. */
  readonly traces: ReadonlyMap<string, readonly DecidedBy[]>
  readonly undecided: readonly Undecided[]
}

/** `place` is the one that the first of the equal teams gets, counted by teams from 1. */
export type Separate = (equals: readonly Entry[], place: number) => Separated

/** Nothing separates them. */
export const share: Separate = (equals) => ({ groups: [equals], traces: new Map(), undecided: [] })

/** First one way, then the other for those that are still equal. */
export function inTurn(first: Separate, second: Separate): Separate {
  return (equals, place) => {
    const before = first(equals, place)
    const traces = new Map(before.traces)
    const undecided = [...before.undecided]
    let next = place
    const groups = before.groups.flatMap((group) => {
      const at = next
      next += group.length
      if (group.length === 1) return [group]
      const after = second(group, at)
      for (const [team, trace] of after.traces) traces.set(team, [...(traces.get(team) ?? []), ...trace])
      undecided.push(...after.undecided)
      return after.groups
    })
    return { groups, traces, undecided }
  }
}
