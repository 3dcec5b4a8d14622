/** The small worked example of an outlier rule, worked by the rule itself so that it can never tell something else. */
import { columnOf, meanOf, parseDecimal } from '../exact.ts'
import { brief } from '../rounding.ts'
import { type Wording, withComma } from '../wording.ts'
import type { OutlierInput, OutlierVerdict } from './rule.ts'

const MARKS = ['9', '9', '8.5', '9.5', '4']
const MAXIMUM = '10'
const DISPLAY = { decimals: 2, mode: 'half-up' } as const

export function outlierExample<Params>(
  params: Params,
  apply: (input: OutlierInput, params: Params) => OutlierVerdict,
): Wording {
  const values = columnOf(MARKS.map(parseDecimal))
  const { instead } = apply({ values, maximum: parseDecimal(MAXIMUM) }, params)
  const counted = (instead ?? values.values).flatMap((value) => (value === null ? [] : [value]))
  const [all, kept] = [MARKS, counted.map((value) => brief(value, DISPLAY))]
  const centre = brief(meanOf(values), DISPLAY)
  return {
    vi: `${all.map(withComma).join(' · ')} (tối đa ${MAXIMUM}), trung bình ${withComma(centre)}: tính ${kept.map(withComma).join(' · ')}.`,
    en: `${all.join(' · ')} (of ${MAXIMUM}), mean ${centre}: ${kept.join(' · ')} count.`,
  }
}
