/**
 * SPEC S-6, S-7: a value strictly farther than the limit from the mean of all values is left out. One pass: the mean is
 * not taken again, because a second pass could remove judges whom the regulation never meant.
 */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { absolute, compare, type Exact, fraction, meanOf, mul, parseDecimal, sub } from '../exact.ts'
import { withComma } from '../wording.ts'
import type { OutlierInput, OutlierVerdict } from './rule.ts'

export const drop = offer({
  id: 'drop',
  title: { vi: 'Loại điểm lệch', en: 'Leave out what is too far from the mean' },
  schema: v.strictObject({
    rule: v.literal('drop'),
    /** Points (`"1.5"`), or a share of the value's own maximum (`"10%"`). */
    limit: v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?%?$/, 'not-a-decimal')),
  }),
  ruleText: ({ limit }) => ({
    vi: `Không tính điểm lệch quá ${withComma(limit)}${ofMaximum(limit, ' điểm tối đa', ' điểm')} so với trung bình chung.`,
    en: `Points farther than ${limit}${ofMaximum(limit, ' of the maximum', ' points')} from the mean of all do not count.`,
  }),
  apply({ values, maximum }: OutlierInput, params): OutlierVerdict {
    const limit = distance(params.limit, maximum)
    const centre = meanOf(values)
    const out = values.values.map((value) => compare(absolute(sub(value, centre)), limit) > 0)
    const allKept = out.every(Boolean)
    return { out: allKept ? null : out, allKept }
  },
})

function distance(limit: string, maximum: Exact): Exact {
  return limit.endsWith('%')
    ? mul(mul(parseDecimal(limit.slice(0, -1)), fraction(1n, 100n)), maximum)
    : parseDecimal(limit)
}

function ofMaximum(limit: string, share: string, points: string): string {
  return limit.endsWith('%') ? share : points
}
