/** SPEC S-11: the mean without the highest and the lowest values. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { meanOf } from '../exact.ts'
import { type Combined, OVER_WORDS, over, type Values } from './method.ts'
import { combineExample } from './sample.ts'
import { leavesSome, type Trim, trimEntries, trimmed, trimWords } from './trim.ts'

export const trimmedMean = {
  weighs: false,
  ...offer({
    id: 'trimmed-mean',
    title: { vi: 'Trung bình sau khi loại điểm cao nhất, thấp nhất', en: 'Mean without the highest and lowest' },
    schema: v.pipe(
      v.strictObject({ method: v.literal('trimmed-mean'), over, ...trimEntries }),
      v.forward(
        v.check((params) => leavesSome(params), 'trims-everyone'),
        ['whenAtLeast'],
      ),
    ),
    ruleText: (params) => ({
      vi: `Loại ${trimWords(params).vi}, rồi lấy trung bình cộng, ${OVER_WORDS[params.over].vi}.`,
      en: `The mean without ${trimWords(params).en}, ${OVER_WORDS[params.over].en}.`,
    }),
    example: (params) => combineExample(params, meanOfKept),
    apply: meanOfKept,
  }),
}

function meanOfKept(column: Values, trim: Trim): Combined {
  const { kept, leftOut } = trimmed(column, trim)
  return { value: meanOf(kept), leftOut }
}
