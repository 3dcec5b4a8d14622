/** Separates teams with equal totals by the stage's tie-breaks in order (SPEC S-26 to S-30). */
import type { DecidedBy, Entry } from './results.ts'
import { tieBreakRule } from './tie-breaks/registry.ts'
import type { TieBreakVerdict } from './tie-breaks/rule.ts'
import type { Decision, StageRules } from './types.ts'

export type Separated = {
  /** Best first; several teams in one group are still equal. */
  readonly groups: readonly (readonly Entry[])[]
  /** By team: the rules that parted it from others. */
  readonly traces: ReadonlyMap<string, readonly DecidedBy[]>
  /** The groups that wait for a recorded decision. */
  readonly undecided: readonly (readonly string[])[]
}

type Scope = {
  readonly rounds: readonly string[]
  /** All rounds of the stage count; otherwise decisions are neither heard nor asked for. */
  readonly complete: boolean
  readonly decisions: readonly Decision[]
}

/** Each rule is asked only about teams that no earlier rule has separated. */
export function separate(
  rules: Pick<StageRules, 'compare' | 'tieBreaks'>,
  equals: readonly Entry[],
  { rounds, complete, decisions }: Scope,
): Separated {
  const traces = new Map<string, DecidedBy[]>(equals.map(({ team }) => [team, []]))
  const asked = { rounds, compare: rules.compare, decisions: complete ? decisions : [] }
  let groups: readonly (readonly Entry[])[] = [equals]
  for (const tieBreak of rules.tieBreaks) {
    const rule = tieBreakRule(tieBreak)
    groups = groups.flatMap((group) => {
      if (group.length === 1) return [group]
      const verdict = rule.apply({ ...asked, group })
      if (verdict.parts.length === 1) return [group]
      record(traces, tieBreak.by, group, verdict)
      return verdict.parts.map(({ entries }) => entries)
    })
  }
  const awaitsDecision = complete && rules.tieBreaks.some(({ by }) => by === 'decision')
  const stillEqual = groups.filter((group) => group.length > 1).map((group) => group.map(({ team }) => team))
  return { groups, traces, undecided: awaitsDecision ? stillEqual : [] }
}

function record(
  traces: ReadonlyMap<string, DecidedBy[]>,
  rule: string,
  group: readonly Entry[],
  { round, criterion, parts }: TieBreakVerdict,
): void {
  const among = group.map(({ team }) => team)
  for (const { entries, exact, shown, reason } of parts) {
    for (const { team } of entries) traces.get(team)?.push({ rule, round, criterion, exact, shown, reason, among })
  }
}
