/** SPEC S-54: an order drawn by lot (bốc thăm), by hand or by the hub, and recorded. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { byRecordedOrder } from './recorded-order.ts'
import type { TieBreakInput } from './rule.ts'

export const lot = offer({
  id: 'lot',
  title: { vi: 'Bốc thăm', en: 'By lot' },
  schema: v.strictObject({ by: v.literal('lot') }),
  ruleText: () => ({
    vi: 'Vẫn bằng nhau thì bốc thăm, kết quả được ghi biên bản.',
    en: 'Still equal: lots are drawn and put on record.',
  }),
  example: () => ({
    vi: 'Hai đội A, B vẫn bằng nhau; thăm bốc được: B, A → B xếp trên.',
    en: 'A and B are still equal; the lots drawn: B, A → B goes first.',
  }),
  apply: (input: TieBreakInput) => byRecordedOrder(input, 'lot'),
})
