/** SPEC S-6: every value counts. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import type { OutlierInput, OutlierVerdict } from './rule.ts'

export const none = offer({
  id: 'none',
  title: { vi: 'Không loại điểm lệch', en: 'Keep every value' },
  schema: v.strictObject({ rule: v.literal('none') }),
  ruleText: () => ({ vi: 'Mọi phiếu điểm đều được tính.', en: 'Every sheet counts.' }),
  apply: (_input: OutlierInput): OutlierVerdict => ({ out: null, allKept: false }),
})
