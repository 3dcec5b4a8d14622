/** The ranks that a round gives: of its scores, or of each judge's sheets (SPEC S-43, S-44). */
import { type Exact, parseDecimal } from '../exact.ts'
import { type RankBy, type Ranked, ranked } from '../ranks.ts'
import type { Entry } from '../results.ts'
import type { Compare } from '../schemas.ts'
import type { PlacingInput } from './method.ts'

/** A rank with who gave it; `judge: null` is the round's score. */
export type RankOfTeam = Omit<Ranked<string>, 'item'> & { readonly judge: string | null }

/** By team; teams without a score in the round are absent. */
export type RanksInRound = ReadonlyMap<string, readonly RankOfTeam[]>

/** Each judge ranks the teams that have this judge's sheet. Judges in the order in which they first appear. */
export function ranksOfJudges(entries: readonly Entry[], round: string, by: RankBy): RanksInRound {
  const sheets = new Map<string, { team: string; value: Exact }[]>()
  const ranks = new Map<string, RankOfTeam[]>()
  for (const { team, scores } of entries) {
    const score = scores.get(round)
    if (score === undefined) continue
    ranks.set(team, [])
    for (const { judge, value } of score.sheets) {
      const own = sheets.get(judge)
      if (own === undefined) sheets.set(judge, [{ team, value }])
      else own.push({ team, value })
    }
  }
  for (const [judge, given] of sheets) {
    for (const { item, ...rank } of ranked(given, ({ value }) => value, by)) {
      ranks.get(item.team)?.push({ judge, ...rank })
    }
  }
  return ranks
}

/** The ranks of a round as the rules of a method ask for them. */
export function ranksIn(
  { entries, rules }: Pick<PlacingInput, 'entries' | 'rules'>,
  round: string,
  by: RankBy & { readonly of: 'judges' | 'rounds' },
): RanksInRound {
  return by.of === 'judges' ? ranksOfJudges(entries, round, by) : ranksOfScores(entries, round, by, rules.compare)
}

/** The round's scores ranked, compared as totals are (SPEC S-24). */
export function ranksOfScores(entries: readonly Entry[], round: string, by: RankBy, compare: Compare): RanksInRound {
  const scored = entries.flatMap(({ team, scores }) => {
    const score = scores.get(round)
    if (score === undefined) return []
    return [{ team, value: compare === 'exact' ? score.score : parseDecimal(score.shown) }]
  })
  const places = ranked(scored, ({ value }) => value, by)
  return new Map(places.map(({ item, ...rank }) => [item.team, [{ judge: null, ...rank }]]))
}
