/** SPEC S-62: at most a share of all ranked teams, the best of those without an award. A tie across the edge lets nobody in and is told. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { fraction, mul, parseDecimal, whole } from '../exact.ts'
import { positiveText } from '../texts.ts'
import { withComma } from '../wording.ts'
import { type AwardInput, type AwardVerdict, awardEntries, byCategory } from './award.ts'

export const quota = {
  main: true,
  ...offer({
    id: 'quota',
    title: { vi: 'Theo tỷ lệ', en: 'By quota' },
    schema: v.strictObject({ by: v.literal('quota'), ...awardEntries, percent: positiveText }),
    ruleText: ({ title, percent }) => ({
      vi: `${title}: không quá ${withComma(percent)}% số đội được xếp hạng.`,
      en: `${title}: at most ${percent}% of the ranked teams.`,
    }),
    example: ({ percent }) => {
      const count = most(20, percent)
      return { vi: `20 đội: nhiều nhất ${count} giải.`, en: `20 teams: ${count} at most.` }
    },
    apply({ rows, taken }: AwardInput, { percent }): AwardVerdict {
      const parts = byCategory(rows).map((own) => {
        const left = own.filter(({ team }) => !taken.has(team))
        const room = most(own.length, percent)
        const last = left[room - 1]
        const isCut = last !== undefined && left[room]?.rank === last.rank
        const inside = left.slice(0, room).filter((row) => !isCut || row.rank !== last.rank)
        const edge = isCut ? left.filter((row) => row.rank === last.rank) : []
        return { inside, edge }
      })
      return {
        teams: parts.flatMap(({ inside }) => inside.map(({ team }) => team)),
        tiedAtEdge: parts.flatMap(({ edge }) => edge.map(({ team }) => team)),
      }
    },
  }),
}

/** The whole number of teams that a share of them holds. */
function most(teams: number, percent: string): number {
  const { n, d } = mul(mul(parseDecimal(percent), fraction(1n, 100n)), whole(teams))
  return Math.min(teams, Number(n / d))
}
