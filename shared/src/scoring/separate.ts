/** Separates teams with equal totals by the stage's tie-breaks in order (SPEC S-26 to S-30, S-50 to S-55). */
import { betterMark } from './placing/registry.ts'
import type { Awaited, DecidedBy, Entry, Undecided } from './results.ts'
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

interface Group {
  readonly entries: readonly Entry[]
  /** What must be recorded before any further rule is asked about them. */
  readonly awaits: Awaited | null
}

type Rules = Pick<StageRules, 'compare' | 'tieBreaks' | 'headJudge' | 'rounds' | 'rounding' | 'placing'>

/** Each rule is asked only about teams that no earlier rule has separated, and that wait for nothing. */
export function separate(rules: Rules, scope: Scope): Separate {
  const { compare, headJudge, rounding, rounds: stageRounds } = rules
  const asked = { ...scope, compare, headJudge, rounding, stageRounds, better: betterMark(rules.placing) }
  return (equals) => {
    const traces = new Map<string, DecidedBy[]>(equals.map(({ team }) => [team, []]))
    let groups: readonly Group[] = [{ entries: equals, awaits: null }]
    for (const tieBreak of rules.tieBreaks) {
      const rule = tieBreakRule(tieBreak)
      groups = groups.flatMap((group) => {
        const { entries, awaits } = group
        if (entries.length === 1 || awaits !== null) return [group]
        const verdict = rule.apply({ ...asked, group: entries })
        if (verdict.awaits !== undefined) return [{ entries, awaits: verdict.awaits }]
        if (verdict.parts.length === 1) return [group]
        record(traces, tieBreak.by, entries, verdict)
        return verdict.parts.map((part) => ({ entries: part.entries, awaits: null }))
      })
    }
    return { groups: groups.map(({ entries }) => entries), traces, undecided: groups.flatMap(undecidedOf) }
  }
}

function undecidedOf({ entries, awaits }: Group): Undecided[] {
  return awaits === null ? [] : [{ teams: entries.map(({ team }) => team), awaits }]
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
