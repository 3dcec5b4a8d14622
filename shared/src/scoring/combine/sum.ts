/** SPEC S-9, S-38: the sum of all values, each with its weight. Teams with fewer sheets lose by it, so it suits only panels that never excuse. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Combined, OVER_WORDS, over, type Values } from './method.ts'
import { combineExample } from './sample.ts'
import { weightedSum } from './weighted-sum.ts'

export const sum = {
  weighs: true,
  ...offer({
    id: 'sum',
    title: { vi: 'Tổng điểm các giám khảo', en: 'Sum' },
    schema: v.strictObject({ method: v.literal('sum'), over }),
    ruleText: (params) => ({
      vi: `Cộng điểm của các giám khảo, ${OVER_WORDS[params.over].vi}.`,
      en: `The sum of the judges' points, ${OVER_WORDS[params.over].en}.`,
    }),
    example: (params) => combineExample(params, sumOfAll),
    apply: sumOfAll,
  }),
}

function sumOfAll({ total, values, weights }: Values): Combined {
  return { value: weights ? weightedSum(values, weights) : total, leftOut: null }
}
