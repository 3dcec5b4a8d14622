/** SPEC S-8, S-38: the mean of all values, each with its weight. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { div, meanOf, sum } from '../exact.ts'
import { type Combined, OVER_WORDS, over, type Values } from './method.ts'
import { combineExample } from './sample.ts'
import { weightedSum } from './weighted-sum.ts'

export const mean = {
  weighs: true,
  ...offer({
    id: 'mean',
    title: { vi: 'Điểm trung bình', en: 'Mean' },
    schema: v.strictObject({ method: v.literal('mean'), over }),
    ruleText: (params) => ({
      vi: `Lấy trung bình cộng điểm của các giám khảo, ${OVER_WORDS[params.over].vi}.`,
      en: `The mean of the judges' points, ${OVER_WORDS[params.over].en}.`,
    }),
    example: (params) => combineExample(params, meanOfAll),
    apply: meanOfAll,
  }),
}

function meanOfAll(column: Values): Combined {
  const { values, weights } = column
  const value = weights ? div(weightedSum(values, weights), sum(weights)) : meanOf(column)
  return { value, leftOut: null }
}
