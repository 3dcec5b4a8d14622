/** SPEC S-29, S-54: an order of exactly these teams that was found outside the scores. One about others was made in another situation. */
import type { Entry } from '../results.ts'
import type { Decision } from '../types.ts'
import { type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

/** The last recorded order counts; without one the group waits for it. */
export function byRecordedOrder({ group, complete, records }: TieBreakInput, by: Decision['by']): TieBreakVerdict {
  if (!complete) return { parts: unseparated(group) }
  const byTeam = new Map(group.map((entry) => [entry.team, entry]))
  const made = records.decisions.findLast((each) => each.by === by && namesExactly(each.teams, byTeam))
  if (made === undefined) return { parts: unseparated(group), awaits: { by } }
  const ordered = made.teams.flatMap((team) => byTeam.get(team) ?? [])
  return { parts: ordered.map((entry) => ({ entries: [entry], exact: null, shown: null, reason: made.reason })) }
}

function namesExactly(teams: readonly string[], group: ReadonlyMap<string, Entry>): boolean {
  return teams.length === group.size && new Set(teams).size === teams.length && teams.every((team) => group.has(team))
}
