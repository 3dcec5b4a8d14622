/** Separates teams with equal totals by the stage's tie-breaks in order (SPEC S-26 to S-30, S-50 to S-55). */
import type { DecidedBy, Entry, Undecided } from './results.ts'
import type { Separate } from './separated.ts'
import { tieBreakRule } from './tie-breaks/registry.ts'
import type { TieBreakVerdict } from './tie-breaks/rule.ts'
import type { StageRules, TieRecords } from './types.ts'

type Scope = {
  readonly rounds: readonly string[]
  /** All rounds of the stage count; otherwise records are neither heard nor asked for. */
  readonly complete: boolean
  readonly records: TieRecords
  /** All teams that are ranked together. */
  readonly all: readonly Entry[]
}

/** Each rule is asked only about teams that no earlier rule has separated, and that wait for nothing. */
export function separate(
  rules: Pick<StageRules, 'compare' | 'tieBreaks' | 'headJudge' | 'rounds' | 'rounding'>,
  scope: Scope,
): Separate {
  const { compare, headJudge, rounding } = rules
  return (equals) => {
    const traces = new Map<string, DecidedBy[]>(equals.map(({ team }) => [team, []]))
    const undecided: Undecided[] = []
    let groups: readonly { readonly group: readonly Entry[]; readonly waits: boolean }[] = [
      { group: equals, waits: false },
    ]
    for (const tieBreak of rules.tieBreaks) {
      const rule = tieBreakRule(tieBreak)
      groups = groups.flatMap(({ group, waits }) => {
        if (group.length === 1 || waits) return [{ group, waits }]
        const verdict = rule.apply({ ...scope, compare, headJudge, rounding, stageRounds: rules.rounds, group })
        if (verdict.awaits !== undefined) {
          undecided.push({ teams: group.map(({ team }) => team), awaits: verdict.awaits })
          return [{ group, waits: true }]
        }
        if (verdict.parts.length === 1) return [{ group, waits }]
        record(traces, tieBreak.by, group, verdict)
        return verdict.parts.map(({ entries }) => ({ group: entries, waits: false }))
      })
    }
    return { groups: groups.map(({ group }) => group), traces, undecided }
  }
}

function record(
  traces: ReadonlyMap<string, DecidedBy[]>,
  rule: string,
  group: readonly Entry[],
  { round = null, criterion = null, question, parts }: TieBreakVerdict,
): void {
  const among = group.map(({ team }) => team)
  for (const { entries, exact, shown, reason } of parts) {
    for (const { team } of entries) {
      traces.get(team)?.push({ rule, round, criterion, question: question ?? null, exact, shown, reason, among })
    }
  }
}
