/**
 * SPEC S-11, S-12: the mean without the highest and the lowest values. Below `whenAtLeast` values nothing is struck:
 * with three sheets left, dropping two would let one judge decide.
 */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { compare, mean, meanOf } from '../exact.ts'
import { ascending, type Combined, type LeftOut, OVER_WORDS, over, type Values } from './method.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))

const schema = v.pipe(
  v.strictObject({
    method: v.literal('trimmed-mean'),
    over,
    highest: v.optional(count, 1),
    lowest: v.optional(count, 1),
    whenAtLeast: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  }),
  v.forward(
    v.check((params) => threshold(params) > params.highest + params.lowest, 'trims-everyone'),
    ['whenAtLeast'],
  ),
)

type Trim = { readonly highest: number; readonly lowest: number; readonly whenAtLeast?: number | undefined }

export const trimmedMean = offer({
  id: 'trimmed-mean',
  title: { vi: 'Trung bình sau khi loại điểm cao nhất, thấp nhất', en: 'Mean without the highest and lowest' },
  schema,
  ruleText: (params) => ({
    vi:
      `Loại ${params.highest} điểm cao nhất và ${params.lowest} điểm thấp nhất khi có từ ${threshold(params)} điểm ` +
      `trở lên, rồi lấy trung bình cộng, ${OVER_WORDS[params.over].vi}.`,
    en:
      `The mean without the ${params.highest} highest and ${params.lowest} lowest where there are ` +
      `${threshold(params)} or more, ${OVER_WORDS[params.over].en}.`,
  }),
  apply(column: Values, params): Combined {
    const { values } = column
    if (values.length < threshold(params)) return { value: meanOf(column), leftOut: null }
    const struck = strike(ascending(values, compare), params)
    return {
      value: mean(values.filter((_, index) => !struck.has(index))),
      leftOut: values.map((_, index) => struck.get(index) ?? null),
    }
  },
})

/** How many values there must be before any is struck. */
function threshold({ highest, lowest, whenAtLeast }: Trim): number {
  return whenAtLeast ?? highest + lowest + 1
}

function strike(order: readonly number[], { highest, lowest }: Trim): Map<number, LeftOut> {
  const struck = new Map<number, LeftOut>()
  for (const index of order.slice(0, lowest)) struck.set(index, 'lowest')
  for (const index of order.slice(order.length - highest)) struck.set(index, 'highest')
  return struck
}
