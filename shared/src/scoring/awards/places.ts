/** SPEC S-60: the next so many places of the table. Who shares a place shares the award. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type AwardInput, type AwardVerdict, awardEntries, byCategory, positionOf, toTeams } from './award.ts'

export const places = {
  main: true,
  ...offer({
    id: 'places',
    title: { vi: 'Theo thứ hạng', en: 'By places' },
    schema: v.strictObject({
      by: v.optional(v.literal('places'), 'places'),
      ...awardEntries,
      places: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
    ruleText: ({ title, places: count }) => ({
      vi: `${title}: ${count} giải theo thứ hạng; đồng hạng thì cùng nhận giải.`,
      en: `${title}: ${count} by rank; teams that share a rank share the award.`,
    }),
    example: ({ places: count }) => ({
      vi: `${count} đội có thứ hạng cao nhất trong các đội chưa có giải.`,
      en: `The ${count} best of the teams without an award.`,
    }),
    apply: ({ rows, taken }: AwardInput, { places: count }): AwardVerdict =>
      toTeams(
        byCategory(rows).flatMap((own) => {
          const left = own.filter(({ team }) => !taken.has(team))
          const first = left[0] === undefined ? 1 : (positionOf(left[0], rows) ?? 1)
          return left.filter((row) => (positionOf(row, rows) ?? Number.POSITIVE_INFINITY) < first + count)
        }),
      ),
  }),
}
