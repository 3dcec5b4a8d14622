/**
 * SPEC S-6, S-7: a value strictly farther than the limit from the mean of all values is left out. One pass: the mean is
 * not taken again, because a second pass could remove judges whom the regulation never meant.
 */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Exact, meanOf } from '../exact.ts'
import { distanceOf, isTooFar, limitEntries, limitWords } from './limit.ts'
import { EVERY_VALUE_STAYS, type OutlierInput, type OutlierVerdict } from './rule.ts'
import { outlierExample } from './sample.ts'

export const drop = offer({
  id: 'drop',
  title: { vi: 'Loại điểm lệch', en: 'Leave out what is too far from the mean' },
  schema: v.strictObject({ rule: v.literal('drop'), ...limitEntries }),
  ruleText: (params) => ({
    vi: `Không tính điểm lệch quá ${limitWords(params).vi} so với trung bình chung.`,
    en: `Points farther than ${limitWords(params).en} from the mean of all do not count.`,
  }),
  example: (params) => outlierExample(params, dropped),
  apply: dropped,
})

function dropped({ values, maximum }: OutlierInput, params: Parameters<typeof distanceOf>[0]): OutlierVerdict {
  const centre = meanOf(values)
  const distance = distanceOf(params, centre, maximum)
  const instead = values.values.map((value): Exact | null => (isTooFar(value, centre, distance) ? null : value))
  const left = instead.filter((value) => value !== null).length
  if (left === values.count) return EVERY_VALUE_STAYS
  if (left === 0) return { instead: null, flag: 'all-outliers-kept' }
  return { instead, flag: left === 1 ? 'one-value-left' : null }
}
