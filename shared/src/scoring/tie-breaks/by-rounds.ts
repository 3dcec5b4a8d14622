/** SPEC S-51: the higher sum of chosen rounds goes first. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Exact, sum } from '../exact.ts'
import { shown, totalRounding } from '../rounding.ts'
import { idText } from '../texts.ts'
import { tiedExample } from './example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

export const byRounds = offer({
  id: 'rounds',
  title: { vi: 'Theo tổng điểm một số phần thi', en: 'By the sum of some rounds' },
  schema: v.strictObject({
    by: v.literal('rounds'),
    rounds: v.pipe(v.array(idText), v.minLength(2), v.maxLength(12)),
  }),
  ruleText: ({ rounds }, names) => ({
    vi: `Bằng tổng điểm thì đội có tổng điểm các phần thi ${rounds.map((id) => `“${names.round(id)}”`).join(', ')} cao hơn xếp trên.`,
    en: `Equal totals: the higher sum of the rounds ${rounds.map((id) => `“${names.round(id)}”`).join(', ')} goes first.`,
  }),
  example: () => tiedExample('63.00', '62.75'),
  apply(input: TieBreakInput, { rounds }): TieBreakVerdict {
    if (!rounds.every((id) => input.rounds.includes(id))) return { parts: unseparated(input.group) }
    const display = totalRounding(input.rounding)
    return {
      parts: byFigure(
        input,
        ({ scores }) => {
          const own = rounds.flatMap((id): Exact[] => {
            const score = scores.get(id)
            return score === undefined ? [] : [score.weighted]
          })
          const value = sum(own)
          return own.length < rounds.length ? null : { value, shown: shown(value, display) }
        },
        input.better,
      ),
    }
  },
})
