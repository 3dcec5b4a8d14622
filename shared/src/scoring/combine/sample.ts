/** The small worked example of a combining method, worked by the method itself so that it can never tell something else. */
import { columnOf, parseDecimal } from '../exact.ts'
import { brief } from '../rounding.ts'
import { type Wording, withComma } from '../wording.ts'
import type { Combined, Values } from './method.ts'

const MARKS = ['9', '8', '8.5', '9.25', '7']
const DISPLAY = { decimals: 2, mode: 'half-up' } as const

export function combineExample<Params>(params: Params, apply: (values: Values, params: Params) => Combined): Wording {
  const { value, leftOut } = apply(columnOf(MARKS.map(parseDecimal)), params)
  const result = brief(value, DISPLAY)
  const marks = MARKS.map((mark, index) => (leftOut?.[index] ? `(${mark})` : mark)).join(' · ')
  return { vi: `${withComma(marks)} → ${withComma(result)}`, en: `${marks} → ${result}` }
}
