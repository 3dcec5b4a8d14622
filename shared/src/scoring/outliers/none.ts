/** SPEC S-6: every value counts. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { EVERY_VALUE_STAYS, type OutlierInput, type OutlierVerdict } from './rule.ts'
import { outlierExample } from './sample.ts'

export const none = offer({
  id: 'none',
  title: { vi: 'Không loại điểm lệch', en: 'Keep every value' },
  schema: v.strictObject({ rule: v.literal('none') }),
  ruleText: () => ({ vi: 'Mọi phiếu điểm đều được tính.', en: 'Every sheet counts.' }),
  example: (params) => outlierExample(params, () => EVERY_VALUE_STAYS),
  apply: (_input: OutlierInput): OutlierVerdict => EVERY_VALUE_STAYS,
})
