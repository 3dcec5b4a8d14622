/** SPEC S-53: fewer points deducted go first. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Exact, sum } from '../exact.ts'
import { brief, totalRounding } from '../rounding.ts'
import { tiedExample } from './example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict } from './rule.ts'

export const deductions = offer({
  id: 'deductions',
  title: { vi: 'Ít điểm trừ hơn', en: 'By fewer deductions' },
  schema: v.strictObject({ by: v.literal('deductions') }),
  ruleText: () => ({
    vi: 'Bằng tổng điểm thì đội bị trừ ít điểm hơn xếp trên.',
    en: 'Equal totals: fewer points deducted go first.',
  }),
  example: () => tiedExample('0', '1'),
  apply(input: TieBreakInput): TieBreakVerdict {
    const display = totalRounding(input.rounding)
    const parts = byFigure(
      input,
      ({ scores }) => {
        const own = input.rounds.flatMap((id) => scores.get(id) ?? [])
        const known = own.flatMap(({ deducted }): Exact[] => (deducted === null ? [] : [deducted]))
        const value = sum(known)
        return known.length < own.length ? null : { value, shown: brief(value, display) }
      },
      'lower',
    )
    return { parts }
  },
})
