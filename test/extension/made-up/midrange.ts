/** A made-up combining method: halfway between the highest and the lowest value, or as near the highest as the contest likes. */
import { offer } from '@bang-diem/shared/scoring/choice.ts'
import { ascending, type Combined, OVER_WORDS, over, type Values } from '@bang-diem/shared/scoring/combine/method.ts'
import { combineExample } from '@bang-diem/shared/scoring/combine/sample.ts'
import { compare, mean, ZERO } from '@bang-diem/shared/scoring/exact.ts'
import * as v from 'valibot'

const schema = v.strictObject({
  method: v.literal('midrange'),
  over,
  /** How many times the highest value counts beside the lowest. */
  highestCounts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)), 1),
})
type Params = v.InferOutput<typeof schema>

export const midrange = {
  weighs: false,
  ...offer({
    id: 'midrange',
    title: { vi: 'Giữa điểm cao nhất và điểm thấp nhất', en: 'Between the highest and the lowest' },
    schema,
    ruleText: (params) => ({
      vi: `Lấy trung bình của điểm cao nhất (tính ${params.highestCounts} lần) và điểm thấp nhất, ${OVER_WORDS[params.over].vi}.`,
      en: `The mean of the highest (counted ${params.highestCounts}×) and the lowest of the judges' points, ${OVER_WORDS[params.over].en}.`,
    }),
    example: (params) => combineExample(params, between),
    apply: between,
  }),
}

function between({ values }: Values, { highestCounts }: Params): Combined {
  const order = ascending(values, compare)
  const [lowest, highest] = [order[0], order.at(-1)]
  const ends = [lowest, ...Array.from({ length: highestCounts }, () => highest)]
  return {
    value: mean(ends.map((index) => values[index ?? 0] ?? ZERO)),
    leftOut: values.map((_, index) => (index === highest || index === lowest ? null : 'left-out')),
  }
}
