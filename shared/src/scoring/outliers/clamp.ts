/**
 * SPEC S-6, S-7: a value strictly farther than the limit from the mean of all values counts as the nearest one that is not. No judge
 * loses the voice, and none can carry the result alone. One pass.
 */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { add, compare, type Exact, meanOf, sub } from '../exact.ts'
import { distanceOf, isTooFar, limitEntries, limitWords } from './limit.ts'
import { EVERY_VALUE_STAYS, type OutlierInput, type OutlierVerdict } from './rule.ts'
import { outlierExample } from './sample.ts'

export const clamp = offer({
  id: 'clamp',
  title: { vi: 'Kéo điểm lệch về giới hạn', en: 'Pull in what is too far from the mean' },
  schema: v.strictObject({ rule: v.literal('clamp'), ...limitEntries }),
  ruleText: (params) => ({
    vi: `Điểm lệch quá ${limitWords(params).vi} so với trung bình chung được tính bằng đúng giới hạn đó.`,
    en: `Points farther than ${limitWords(params).en} from the mean of all count as that limit.`,
  }),
  example: (params) => outlierExample(params, clamped),
  apply: clamped,
})

function clamped({ values, maximum }: OutlierInput, params: Parameters<typeof distanceOf>[0]): OutlierVerdict {
  const centre = meanOf(values)
  const distance = distanceOf(params, centre, maximum)
  const nearest = (value: Exact) => (compare(value, centre) > 0 ? add(centre, distance) : sub(centre, distance))
  let pulled = 0
  const instead = values.values.map((value) => {
    if (!isTooFar(value, centre, distance)) return value
    pulled += 1
    return nearest(value)
  })
  if (pulled === 0) return EVERY_VALUE_STAYS
  return { instead, flag: pulled === values.count ? 'all-outliers-clamped' : null }
}
