/** SPEC S-64: a side award for the best in a round, or under a criterion of it; equals share it. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { compare, type Exact, parseDecimal } from '../exact.ts'
import type { Entry } from '../results.ts'
import { idText } from '../texts.ts'
import { type AwardInput, type AwardVerdict, awardEntries } from './award.ts'

export const best = {
  main: false,
  ...offer({
    id: 'best',
    title: { vi: 'Cao nhất ở một phần thi', en: 'Best in a round' },
    schema: v.strictObject({
      by: v.literal('best'),
      ...awardEntries,
      round: idText,
      criterion: v.optional(idText),
    }),
    ruleText: ({ title, round, criterion }, names) => ({
      vi: `${title}: đội cao điểm nhất ${criterion === undefined ? '' : `ở tiêu chí “${names.criterion(round, criterion)}” `}phần thi “${names.round(round)}”.`,
      en: `${title}: the best ${criterion === undefined ? '' : `under “${names.criterion(round, criterion)}” `}in the round “${names.round(round)}”.`,
    }),
    example: () => ({ vi: 'A: 18,25; B: 18,00 → A.', en: 'A: 18.25; B: 18.00 → A.' }),
    apply({ entries, rows }: AwardInput, { round, criterion }): AwardVerdict {
      const ranked = new Set(rows.flatMap(({ team, rank }) => (rank === null ? [] : [team])))
      const figures = entries.flatMap((entry) => {
        const value = ranked.has(entry.team) ? figureOf(entry, round, criterion) : null
        return value === null ? [] : [{ team: entry.team, value }]
      })
      const top = figures.reduce<Exact | null>(
        (most, { value }) => (most === null || compare(value, most) > 0 ? value : most),
        null,
      )
      const winners = top === null ? [] : figures.filter(({ value }) => compare(value, top) === 0)
      return { teams: winners.map(({ team }) => team), tiedAtEdge: [] }
    },
  }),
}

/** As shown: people must be able to see that one is better than the other. */
function figureOf({ scores }: Entry, round: string, criterion: string | undefined): Exact | null {
  const score = scores.get(round)
  if (score === undefined) return null
  if (criterion === undefined) return parseDecimal(score.shown)
  const figure = score.criteria.find((each) => each.criterion === criterion)
  return figure === undefined ? null : parseDecimal(figure.shown)
}
