/** SPEC S-61: everybody whose total, as shown, lies in a band: medals by points. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { compare, parseDecimal } from '../exact.ts'
import { pointsText } from '../texts.ts'
import { withComma } from '../wording.ts'
import { type AwardInput, type AwardVerdict, awardEntries, toTeams } from './award.ts'

export const band = {
  main: true,
  ...offer({
    id: 'band',
    title: { vi: 'Theo mức điểm', en: 'By points' },
    schema: v.strictObject({
      by: v.literal('band'),
      ...awardEntries,
      from: pointsText,
      to: v.optional(pointsText),
    }),
    ruleText: ({ title, from, to }) => ({
      vi: `${title}: tổng điểm từ ${withComma(from)}${to === undefined ? ' trở lên' : ` đến ${withComma(to)}`}.`,
      en: `${title}: a total from ${from}${to === undefined ? ' up' : ` to ${to}`}.`,
    }),
    example: ({ from }) => ({ vi: `Tổng điểm ${withComma(from)}: đạt.`, en: `A total of ${from}: won.` }),
    apply: ({ rows, taken }: AwardInput, { from, to }): AwardVerdict =>
      toTeams(
        rows.filter(({ team, rank, total }) => {
          if (rank === null || total === null || taken.has(team)) return false
          const enough = compare(total.rounded, parseDecimal(from)) >= 0
          return enough && (to === undefined || compare(total.rounded, parseDecimal(to)) <= 0)
        }),
      ),
  }),
}
