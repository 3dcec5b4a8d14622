/** SPEC S-23, S-41, S-42: the total of a team's weighted scores. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { totalOf } from '../totals.ts'
import type { Placed, PlacingInput, PlacingTraits } from './method.ts'

const traits: PlacingTraits = { lowerWins: false, ranksJudges: () => false, ties: {} }

export const total = {
  ...traits,
  ...offer({
    id: 'total',
    title: { vi: 'Theo tổng điểm', en: 'By the total of points' },
    schema: v.strictObject({ method: v.literal('total') }),
    ruleText: () => ({
      vi: 'Điểm các phần thi nhân hệ số rồi cộng lại; tổng điểm cao hơn xếp trên.',
      en: 'The scores of the rounds, times their weights, are added up; the higher total goes first.',
    }),
    example: () => ({ vi: '17,5 + 24 + 45 = 86,5', en: '17.5 + 24 + 45 = 86.5' }),
    apply: ({ rules, entries, rounds, partial }: PlacingInput): Placed => ({
      totals: entries.map((entry) => ({ entry, figures: null, ...totalOf(entry, rules, rounds, partial) })),
      flags: [],
      separate: null,
    }),
  }),
}
