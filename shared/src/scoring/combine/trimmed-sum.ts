/** SPEC S-39: the sum without the highest and the lowest values, as in sports where a factor multiplies it. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Combined, OVER_WORDS, over, type Values } from './method.ts'
import { combineExample } from './sample.ts'
import { leavesSome, type Trim, trimEntries, trimmed, trimWords } from './trim.ts'

export const trimmedSum = {
  weighs: false,
  ...offer({
    id: 'trimmed-sum',
    title: { vi: 'Tổng sau khi loại điểm cao nhất, thấp nhất', en: 'Sum without the highest and lowest' },
    schema: v.pipe(
      v.strictObject({ method: v.literal('trimmed-sum'), over, ...trimEntries }),
      v.forward(
        v.check((params) => leavesSome(params), 'trims-everyone'),
        ['whenAtLeast'],
      ),
    ),
    ruleText: (params) => ({
      vi: `Loại ${trimWords(params).vi}, rồi cộng lại, ${OVER_WORDS[params.over].vi}.`,
      en: `The sum without ${trimWords(params).en}, ${OVER_WORDS[params.over].en}.`,
    }),
    example: (params) => combineExample(params, sumOfKept),
    apply: sumOfKept,
  }),
}

function sumOfKept(column: Values, trim: Trim): Combined {
  const { kept, leftOut } = trimmed(column, trim)
  return { value: kept.total, leftOut }
}
