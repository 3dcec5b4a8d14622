/**
 * SPEC S-29: an order decided outside the scores (câu hỏi phụ, bốc thăm, decision of Ban Tổ chức) and recorded with its
 * reason. Only a decision about exactly these teams counts: one made about others was made in another situation.
 */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

export const decision = offer({
  id: 'decision',
  title: { vi: 'Theo quyết định', en: 'By decision' },
  schema: v.strictObject({ by: v.literal('decision') }),
  ruleText: () => ({
    vi: 'Vẫn bằng nhau thì xếp theo quyết định được ghi biên bản (câu hỏi phụ, bốc thăm…).',
    en: 'Still equal: as decided and put on record (an extra question, drawing lots, …).',
  }),
  apply({ group, decisions }: TieBreakInput): TieBreakVerdict {
    const byTeam = new Map(group.map((entry) => [entry.team, entry]))
    const made = decisions.findLast(
      ({ teams }) =>
        teams.length === byTeam.size && new Set(teams).size === teams.length && teams.every((team) => byTeam.has(team)),
    )
    if (made === undefined) return { round: null, criterion: null, parts: unseparated(group) }
    const ordered = made.teams.flatMap((team) => byTeam.get(team) ?? [])
    return {
      round: null,
      criterion: null,
      parts: ordered.map((entry) => ({ entries: [entry], exact: null, shown: null, reason: made.reason })),
    }
  },
})
